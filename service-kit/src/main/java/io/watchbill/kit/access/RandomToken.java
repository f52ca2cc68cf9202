package io.watchbill.kit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A secret of 256 random bits, such as that of a session; only its hash is stored. */
public final class RandomToken {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{43}");

  private RandomToken() {}

  /** Returns a new token: 43 characters that need no escape in URLs and cookies. */
  public static String generate() {
    byte[] secret = new byte[BYTES];
    // Not a constant: a native executable would carry its seed.
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Returns whether a text has the form of a token. */
  public static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }

  /** Returns the hash that is stored: SHA-256, enough for secrets of so many bits. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a name of the token that does not reveal it. */
  public static String fingerprint(String token) {
    return HexFormat.of().formatHex(hash(token));
  }
}
