package io.watchbill.escalation.verification;

import io.watchbill.escalation.page.LinkSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Creates codes of six digits and stores them as HMAC-SHA256 under the secret of the links, so that
 * a reader of the database cannot find them by trial. A code is valid only for the address that it
 * was sent to.
 */
@ApplicationScoped
class Codes {
  private static final int ALL = 1_000_000;

  private final LinkSecrets secrets;

  Codes(LinkSecrets secrets) {
    this.secrets = secrets;
  }

  /** Returns a new code. */
  static String next() {
    // Not a constant: a native executable would carry its seed.
    return "%06d".formatted(new SecureRandom().nextInt(ALL));
  }

  /** Returns the stored form of a code. */
  String hash(String person, String method, String address, String code) {
    return HexFormat.of().formatHex(secrets.sign(text(person, method, address, code)));
  }

  /** Returns whether a code has this stored form; in constant time. */
  boolean fits(String stored, String person, String method, String address, String code) {
    return secrets.fits(HexFormat.of().parseHex(stored), text(person, method, address, code));
  }

  private static byte[] text(String person, String method, String address, String code) {
    return String.join("\n", "verification", person, method, address, code)
        .getBytes(StandardCharsets.UTF_8);
  }
}
