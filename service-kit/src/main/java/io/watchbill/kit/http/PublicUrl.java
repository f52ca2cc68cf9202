package io.watchbill.kit.http;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The URL at which people and senders reach Watchbill, {@code watchbill.public-url}: {@code
 * http(s)://host[:port][/path]}. All links are built from it, none from {@code Host}, which the
 * caller chooses. Its path is preserved: {@code https://example.org/on-call} gives {@code
 * https://example.org/on-call/v1/…}.
 */
@Startup
@Singleton
public class PublicUrl {
  private final String host;
  private final String origin;
  private final String path;

  PublicUrl(@ConfigProperty(name = "watchbill.public-url") String setting) {
    URI uri = read(setting);
    String authority = uri.getRawAuthority();
    String port = authority.replaceFirst("^(\\[[^\\]]*\\]|[^:]*)", "");
    this.host = ascii(authority.substring(0, authority.length() - port.length()));
    this.origin = uri.getScheme() + "://" + host + port;
    this.path = URI.create(uri.toASCIIString()).getRawPath().replaceFirst("/+$", "");
  }

  /**
   * @throws IllegalStateException when the text is no address that links can begin with
   */
  public static PublicUrl of(String setting) {
    return new PublicUrl(setting);
  }

  /**
   * Returns the absolute URL of a path, for pages, mails and bodies.
   *
   * @param absolutePath begins with a slash; encoded
   */
  public String to(String absolutePath) {
    return origin + reference(absolutePath);
  }

  /**
   * Returns the URL without scheme and host, for headers of answers: it works with whatever host
   * the caller used.
   *
   * @param absolutePath begins with a slash; encoded
   */
  public String reference(String absolutePath) {
    if (!absolutePath.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash: " + absolutePath);
    }
    return path + absolutePath;
  }

  /** Returns the URL without a slash at its end. */
  public String base() {
    return origin + path;
  }

  /** Returns whether it works on this machine only. */
  public boolean isOfThisMachine() {
    return host.matches("(?i)localhost|127(\\.\\d+){3}|\\[::1]");
  }

  /** Returns the host without the port, an IPv6 address in brackets. */
  public String host() {
    return host;
  }

  private static URI read(@Nullable String setting) {
    try {
      URI uri = new URI(setting == null ? "" : setting.strip());
      boolean web = uri.getScheme() != null && uri.getScheme().matches("(?i)https?");
      String authority = uri.getRawAuthority();
      boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (web && plain && authority != null && authority.matches("[^@:][^@]*")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw refused(setting, e);
    }
    throw refused(setting, null);
  }

  private static String ascii(String host) {
    return host.startsWith("[") ? host : IDN.toASCII(host);
  }

  private static IllegalStateException refused(
      @Nullable String setting, @Nullable Exception cause) {
    return new IllegalStateException(
        "watchbill.public-url is '" + setting + "'; it is http(s)://host[:port][/path]", cause);
  }
}
