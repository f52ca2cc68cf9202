package io.watchbill.kit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its holder sees it. Two forms: {@code wb_<id>_<secret>}, and 32 alphanumerics for
 * integrations, so that such a key also serves where others want a routing key.
 *
 * @param id identifies the key; not secret
 * @param secret only its hash is stored
 * @param text the whole key
 */
public record ApiKey(String id, String secret, String text) {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern LONG = Pattern.compile("wb_([0-9A-Za-z]{12})_([0-9A-Za-z]{32})");
  private static final Pattern ROUTING = Pattern.compile("([0-9A-Za-z]{10})([0-9A-Za-z]{22})");

  /** Makes a new key for a principal of the given kind. */
  public static ApiKey generate(Principal.Kind kind) {
    if (kind == Principal.Kind.INTEGRATION) {
      String id = random(10);
      String secret = random(22);
      return new ApiKey(id, secret, id + secret);
    }
    String id = random(12);
    String secret = random(32);
    return new ApiKey(id, secret, "wb_" + id + "_" + secret);
  }

  /** Reads a key; empty when the text has neither form. */
  public static Optional<ApiKey> parse(@Nullable String text) {
    if (text == null || text.length() > 64) {
      return Optional.empty();
    }
    for (Pattern form : new Pattern[] {LONG, ROUTING}) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return Optional.of(new ApiKey(matcher.group(1), matcher.group(2), text));
      }
    }
    return Optional.empty();
  }

  /** Returns the hash that is stored: SHA-256, enough for secrets of 130 bits and more. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares in constant time. */
  public boolean matches(byte[] storedHash) {
    return MessageDigest.isEqual(hash(), storedHash);
  }

  /** Returns the key's id, never its secret. */
  @Override
  public String toString() {
    return "ApiKey[" + id + "]";
  }

  private static String random(int length) {
    // Not a constant: a native executable would carry its seed.
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
