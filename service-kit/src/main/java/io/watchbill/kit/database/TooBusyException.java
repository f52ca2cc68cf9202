package io.watchbill.kit.database;

/** So many requests wait for a connection that one more is told at once to come again. */
public class TooBusyException extends DatabaseUnavailableException {
  private static final long serialVersionUID = 1L;

  TooBusyException(Throwable cause) {
    super("too many requests wait for a connection to the database", cause);
  }
}
