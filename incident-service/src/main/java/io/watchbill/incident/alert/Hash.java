package io.watchbill.incident.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts of any length, for keys and indexes. */
public final class Hash {
  private Hash() {}

  public static byte[] of(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns the first characters of the hash in hexadecimal. */
  public static String hex(String text, int length) {
    return HexFormat.of().formatHex(of(text)).substring(0, length);
  }
}
