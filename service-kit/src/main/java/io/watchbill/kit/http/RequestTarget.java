package io.watchbill.kit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path and query of a request as sent. Proxies and libraries read dots, empty segments and
 * encoded slashes in different ways; ambiguous paths are rejected.
 */
final class RequestTarget {
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern SCHEME_AND_HOST =
      Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");

  private RequestTarget() {}

  /** Returns the error, for its sender. */
  static Optional<String> fault(String uri) {
    if (BAD_ESCAPE.matcher(uri).find()) {
      return Optional.of("A percent sign is followed by two hexadecimal digits.");
    }
    String path = SCHEME_AND_HOST.matcher(uri).replaceFirst("").split("[?#]", 2)[0];
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("\\")) {
      return Optional.of("A part of the path has no slash or backslash in it.");
    }
    if (lower.contains("%00")) {
      return Optional.of("A path has no NUL in it.");
    }
    String[] segments = path.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].isEmpty() && !last) {
        return Optional.of("A path has no empty part.");
      }
      if (isDots(segments[i])) {
        return Optional.of("A path has no part '.' or '..'.");
      }
    }
    return Optional.empty();
  }

  private static boolean isDots(String segment) {
    String plain =
        URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8).split(";", 2)[0];
    return plain.equals(".") || plain.equals("..");
  }
}
