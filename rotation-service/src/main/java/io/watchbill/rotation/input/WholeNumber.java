package io.watchbill.rotation.input;

import io.watchbill.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers of queries. */
public final class WholeNumber {
  private WholeNumber() {}

  /**
   * Reads a parameter.
   *
   * @param otherwise its value when it is absent
   * @param most the greatest value allowed; the least is 1
   * @throws Problem when it is no such number
   */
  public static int parameter(String name, @Nullable String text, int otherwise, int most) {
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same response as a number out of range.
    }
    throw Problem.invalid(name, name + " must be a whole number from 1 to " + most);
  }
}
