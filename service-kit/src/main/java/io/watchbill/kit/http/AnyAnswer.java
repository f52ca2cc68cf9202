package io.watchbill.kit.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Honours {@code Accept} where there is a choice; otherwise the caller gets the only format there
 * is (RFC 9110, 12.5.1, allows both).
 */
final class AnyAnswer {
  private static final String ANY = "*/*";
  private static final int LONGEST = 1_000;
  private static final Pattern RANGE =
      Pattern.compile("\\s*[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+\\s*(;[^,\"]*)?");

  private AnyAnswer() {}

  /** Appends "anything" to what the request accepts. */
  static void allow(HttpServerRequest request) {
    List<String> asked = request.headers().getAll("Accept");
    if (!asked.isEmpty()) {
      request.headers().set("Accept", withAnything(String.join(",", asked)));
    }
  }

  static String withAnything(String accept) {
    if (accept.length() > LONGEST
        || !Arrays.stream(accept.split(",", -1)).allMatch(one -> RANGE.matcher(one).matches())) {
      return ANY;
    }
    return accept + "," + ANY + ";q=0.001";
  }
}
