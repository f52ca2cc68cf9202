package io.watchbill.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells browsers that show pages from programs that call the API. */
public final class PageRequests {
  private PageRequests() {}

  /** Returns whether a request asks for a page: it prefers HTML, and comes without a key. */
  public static boolean isPage(ContainerRequestContext request) {
    return request.getHeaderString("Authorization") == null
        && prefersHtml(request.getHeaderString("Accept"));
  }

  /** Who accepts anything, as programs do, prefers nothing. */
  public static boolean prefersHtml(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    List<String> ranges =
        Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip).toList();
    double html = quality(ranges, "text/html");
    return html > 0
        && html >= quality(ranges, "application/json")
        && html >= quality(ranges, "application/problem+json");
  }

  private static double quality(List<String> ranges, String type) {
    return ranges.stream()
        .filter(range -> range.equals(type) || range.startsWith(type + ";"))
        .mapToDouble(PageRequests::quality)
        .max()
        .orElse(0);
  }

  private static double quality(String range) {
    return Arrays.stream(range.split(";", -1))
        .map(String::strip)
        .filter(parameter -> parameter.matches("q=[01](\\.\\d{0,3})?"))
        .mapToDouble(parameter -> Double.parseDouble(parameter.substring(2)))
        .findFirst()
        .orElse(1);
  }
}
