package io.watchbill.rotation.input;

import io.watchbill.kit.text.Typed;
import org.jspecify.annotations.Nullable;

/** Names and reasons that people write, by the rule of {@link Typed}. */
public final class Text {
  /** The longest name. */
  public static final int NAME = 200;

  /** The rule of names, in words. */
  public static final String NAME_RULE =
      "a name has 1 to 200 characters, not only blanks, no control characters";

  /** The longest reason, a sentence or two; it may be empty. */
  public static final int REASON = 500;

  /** The rule of reasons, in words. */
  public static final String REASON_RULE =
      "a reason has at most 500 characters, no control characters";

  private Text() {}

  /** Returns whether the text is a valid name. */
  public static boolean isName(@Nullable String text) {
    return text != null && !Typed.isBlank(text) && Typed.faultOfLine(text, NAME).isEmpty();
  }

  /** Returns whether the text is a valid reason. */
  public static boolean isReason(String text) {
    return Typed.faultOfLine(text, REASON).isEmpty();
  }
}
