package io.watchbill.kit.database;

/**
 * The database did not do what was asked of it, though it could have: it is down, starting, out of
 * connections or too slow. What was asked may be asked again; the outcome of a commit is unknown.
 */
public class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
