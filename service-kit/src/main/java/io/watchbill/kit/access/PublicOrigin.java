package io.watchbill.kit.access;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The origin of the public URL as browsers send it in {@code Origin}: in lower case, without the
 * port that is the scheme's own.
 */
@Singleton
public class PublicOrigin {
  private final String text;
  private final boolean encrypted;

  PublicOrigin(@ConfigProperty(name = "watchbill.public-url") String publicUrl) {
    URI url = URI.create(publicUrl.strip());
    String scheme = requireNonNull(url.getScheme()).toLowerCase(Locale.ROOT);
    String authority = requireNonNull(url.getRawAuthority());
    String port = authority.replaceFirst("^(\\[[^\\]]*\\]|[^:]*):?", "");
    String host = authority.substring(0, authority.length() - port.length()).replaceFirst(":$", "");
    this.encrypted = scheme.equals("https");
    this.text = scheme + "://" + ascii(host).toLowerCase(Locale.ROOT) + shown(port);
  }

  /** Returns whether browsers reach Watchbill by https. */
  public boolean isEncrypted() {
    return encrypted;
  }

  /** Returns {@code scheme://host[:port]}. */
  public String text() {
    return text;
  }

  private String shown(String port) {
    boolean usual = port.isEmpty() || port.equals(encrypted ? "443" : "80");
    return usual ? "" : ":" + port;
  }

  private static String ascii(String host) {
    return host.startsWith("[") ? host : IDN.toASCII(host);
  }
}
