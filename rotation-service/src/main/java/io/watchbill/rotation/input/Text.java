package io.watchbill.rotation.input;

import io.watchbill.kit.text.Typed;

/** What people may write, by the rule of {@link Typed}. */
public final class Text {
  /** The longest name to show. */
  public static final int NAME = 200;

  /** The rule of names, in words. */
  public static final String NAME_RULE =
      "a name has 1 to 200 characters, not only blanks, no control characters";

  /** The longest reason, a sentence or two; it may be empty. */
  public static final int REASON = 500;

  /** The same, in words. */
  public static final String REASON_RULE =
      "a reason has at most 500 characters, no control characters";

  private Text() {}

  /** Whether the text is a name to show. */
  public static boolean isName(String text) {
    return text != null && !Typed.isBlank(text) && Typed.faultOfLine(text, NAME).isEmpty();
  }

  /** Whether the text is a reason. */
  public static boolean isReason(String text) {
    return Typed.faultOfLine(text, REASON).isEmpty();
  }
}
