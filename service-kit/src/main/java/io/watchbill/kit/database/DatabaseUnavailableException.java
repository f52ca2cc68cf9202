package io.watchbill.kit.database;

/**
 * The database is down, starting, out of connections or too slow. The work may be tried again; the
 * outcome of a commit is unknown.
 */
public class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
