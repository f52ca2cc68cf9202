package io.watchbill.incident.dialect;

/** A body that is no message of its dialect; the text says why, without quoting the body. */
public class UnreadableMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableMessageException(String why) {
    super(why, null, false, false);
  }
}
