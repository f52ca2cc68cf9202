package io.watchbill.kit.slice;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The link to the next slice: the request's path and query with the next cursor, without host. */
final class NextSlice {
  private static final String CURSOR = "cursor";

  private NextSlice() {}

  /** Returns a value of {@code Link} (RFC 8288). */
  static String link(UriInfo request, String cursor) {
    List<String> query = new ArrayList<>();
    MultivaluedMap<String, String> asked = request.getQueryParameters();
    asked.forEach(
        (name, values) -> {
          if (!name.equals(CURSOR)) {
            values.forEach(value -> query.add(encode(name) + "=" + encode(value)));
          }
        });
    query.add(CURSOR + "=" + encode(cursor));
    return "<" + path(request.getPath()) + "?" + String.join("&", query) + ">; rel=\"next\"";
  }

  private static String path(String decoded) {
    try {
      return new URI(null, null, decoded.replaceFirst("^/*", "/"), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
