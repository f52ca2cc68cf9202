package io.watchbill.kit.problem;

import io.watchbill.kit.text.Typed;
import java.util.Optional;

/** Refuses texts that break the rule of {@link Typed}. Null is valid. */
public final class TextRules {
  private TextRules() {}

  /**
   * Checks a text that stands on one line.
   *
   * @param pointer of its place in the body
   * @throws Problem 400
   */
  public static void checkLine(String pointer, String line, int longest) {
    if (line != null) {
      refuse(pointer, Typed.faultOfLine(line, longest));
    }
  }

  /** As {@link #checkLine}, for a text that may have several lines. */
  public static void checkText(String pointer, String text, int longest) {
    if (text != null) {
      refuse(pointer, Typed.faultOfText(text, longest));
    }
  }

  private static void refuse(String pointer, Optional<String> fault) {
    if (fault.isPresent()) {
      throw Problem.invalid(pointer, "'" + pointer.substring(1) + "': " + fault.get());
    }
  }
}
