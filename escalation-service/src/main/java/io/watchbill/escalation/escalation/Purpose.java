package io.watchbill.escalation.escalation;

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

  /** Returns the purpose as it is stored and crosses the wire. */
  public String text() {
    return text;
  }
}
