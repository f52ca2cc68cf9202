package io.watchbill.laptop;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Letters and digits that nobody can guess. */
public final class RandomText {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** Returns that many letters and digits, almost six bits each. */
  public static String of(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }
}
