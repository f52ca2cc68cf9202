package io.watchbill.cli.config;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Keys as they are typed, and as they stand in files. */
public final class KeyText {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

  private KeyText() {}

  /** Returns the key, or refuses what cannot be one. The message does not repeat it. */
  public static String check(String text) {
    String key = text.strip();
    if (!KEY.matcher(key).matches()) {
      throw Failure.usage("what is given as the key is no key: wb_...");
    }
    return key;
  }

  /** Reads the key that a file holds. */
  static String in(Path file) {
    try {
      return check(Files.readString(file));
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NOT_ALLOWED, "the key cannot be read from " + file + ": " + e.getMessage(), e);
    }
  }
}
