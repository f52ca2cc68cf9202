package io.watchbill.migrations;

/**
 * The database is not migrated, for a reason that whoever runs the program can do something about.
 */
final class NotMigratedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotMigratedException(String reason) {
    super(reason);
  }
}
