package io.watchbill.escalation.channel;

import io.watchbill.kit.problem.Problem;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A symmetric secret of Standard Webhooks 1.0.0: {@code whsec_} and 24 to 64 bytes in Base64. While
 * it is renewed there are two, with a space between them: messages are signed with both, and the
 * receiver may know either.
 */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int MOST = 2;

  private WebhookSecret() {}

  /** Returns a new secret of 32 random bytes. */
  public static String generate() {
    byte[] bytes = new byte[32];
    // Not a constant: a native executable would carry its seed.
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Checks a secret, or two of which one replaces the other, and returns them.
   *
   * @throws Problem that points at {@code /secret}
   */
  public static String checked(String secrets) {
    List<String> each = each(secrets);
    if (each.size() <= MOST && each.stream().allMatch(WebhookSecret::isOne)) {
      return secrets;
    }
    throw Problem.invalid(
        "/secret",
        "A secret is whsec_ and the Base64 of 24 to 64 bytes; while it is renewed, two are given"
            + " with a space between them.");
  }

  private static boolean isOne(String secret) {
    try {
      int length = bytes(secret).length;
      return length >= 24 && length <= 64;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the secret; two while it is renewed. */
  public static List<String> each(String secrets) {
    return List.of(secrets.split(" ", -1));
  }

  /** Returns the key that one secret stands for. */
  public static byte[] bytes(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("no " + PREFIX);
    }
    return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }
}
