package io.watchbill.escalation.escalation;

import java.util.Arrays;

/** The purpose of an escalation or a page. */
public enum Purpose {
  /** The incident's policy. */
  MAIN("main"),
  /** The fallback policy, after an alarm. */
  FALLBACK("fallback"),
  /** Somebody asked for a person or role; only pages have this purpose. */
  MANUAL("manual"),
  /** The last-resort contact, after an alarm; only pages have this purpose. */
  LAST_RESORT("last-resort");

  private final String text;

  Purpose(String text) {
    this.text = text;
  }

  /**
   * Returns the purpose of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Purpose of(String text) {
    return Arrays.stream(values())
        .filter(purpose -> purpose.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no purpose: " + text));
  }

  /** Returns the purpose as it is stored and crosses the wire. */
  public String text() {
    return text;
  }
}
