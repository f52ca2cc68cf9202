package io.watchbill.rotation.request;

/** What people may write: no control characters, and no more than fits a page. */
public final class Text {
  /** A name to show. */
  public static final String NAME = "(?=.*\\S)[^\\p{Cntrl}]{1,200}";

  /** The same, in words. */
  public static final String NAME_RULE =
      "a name has 1 to 200 characters, not only blanks, no control characters";

  /** A reason in a sentence or two; may be empty. */
  public static final String REASON = "[^\\p{Cntrl}]{0,500}";

  /** The same, in words. */
  public static final String REASON_RULE =
      "a reason has at most 500 characters, no control characters";

  private Text() {}
}
