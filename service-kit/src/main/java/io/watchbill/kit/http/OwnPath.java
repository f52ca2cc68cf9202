package io.watchbill.kit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of Watchbill, with its query, to which somebody is sent back. Whatever could lead to
 * another site, or be read as something else by a browser, is none.
 */
public final class OwnPath {
  private static final int LONGEST = 2_000;
  private static final Pattern PLAIN = Pattern.compile("/[!-~]*");

  private OwnPath() {}

  /**
   * Returns the text if it is such a path.
   *
   * @param text as it came in a request, or null
   */
  public static Optional<String> of(@Nullable String text) {
    return Optional.ofNullable(text).filter(OwnPath::isOwn);
  }

  private static boolean isOwn(String text) {
    return text.length() <= LONGEST
        && PLAIN.matcher(text).matches()
        && !text.startsWith("//")
        && text.indexOf('\\') < 0
        && text.indexOf('#') < 0
        && RequestTarget.fault(text).isEmpty()
        && isUri(text);
  }

  private static boolean isUri(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
