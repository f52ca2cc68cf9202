package io.watchbill.migrations;

/** Says why the database is not migrated, in words for the operator. */
final class NotMigratedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotMigratedException(String reason) {
    super(reason);
  }
}
