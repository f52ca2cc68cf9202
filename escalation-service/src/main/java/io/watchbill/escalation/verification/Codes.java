package io.watchbill.escalation.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates codes of six digits and stores them as HMAC-SHA256 under the secret of the links, so that
 * a reader of the database cannot find them by trial. A code is valid only for the address that it
 * was sent to.
 */
@ApplicationScoped
class Codes {
  private static final int ALL = 1_000_000;

  private final SecretKeySpec key;

  Codes(@ConfigProperty(name = "watchbill.link-secret") String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** Returns a new code. */
  static String next() {
    // Not a constant: a native executable would carry its seed.
    return "%06d".formatted(new SecureRandom().nextInt(ALL));
  }

  /** Returns the stored form of a code. */
  String hash(String person, String method, String address, String code) {
    String what = String.join("\n", "verification", person, method, address, code);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares two stored forms in constant time. */
  static boolean same(String stored, String given) {
    return MessageDigest.isEqual(
        stored.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
