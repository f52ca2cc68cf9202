package io.watchbill.escalation.channel;

import io.watchbill.kit.problem.Problem;
import java.security.SecureRandom;
import java.util.Base64;

/** A symmetric secret of Standard Webhooks 1.0.0: {@code whsec_} and 24 to 64 bytes in Base64. */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";

  private WebhookSecret() {}

  /** Returns a new secret of 32 random bytes. */
  public static String generate() {
    byte[] bytes = new byte[32];
    // Not a constant: a native executable would carry its seed.
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Checks a secret and returns it.
   *
   * @throws Problem that points at {@code /secret}
   */
  public static String checked(String secret) {
    try {
      int length = bytes(secret).length;
      if (length >= 24 && length <= 64) {
        return secret;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the same answer as a wrong length.
    }
    throw Problem.invalid("/secret", "A secret is whsec_ and the Base64 of 24 to 64 bytes.");
  }

  public static byte[] bytes(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("no " + PREFIX);
    }
    return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }
}
