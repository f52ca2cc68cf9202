package io.watchbill.incident.alertmanager;

/** The body is not a message of Alertmanager; the text says why, without quoting the body. */
public class UnreadableMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableMessageException(String why) {
    super(why, null, false, false);
  }
}
