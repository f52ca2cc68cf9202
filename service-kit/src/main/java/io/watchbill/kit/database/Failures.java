package io.watchbill.kit.database;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells what a failure of the database means: try at once again, try later, or a real error. */
public final class Failures {
  private static final Set<String> CONFLICTS = Set.of("40P01", "40001");

  /** SQLSTATE classes that speak of the server's state, not of the statement. */
  private static final Set<String> SERVER_CLASSES = Set.of("08", "53", "57", "58");

  /** Statements of a server that is (or has become) a standby. */
  private static final String READ_ONLY = "25006";

  private Failures() {}

  /** A deadlock or a failure to serialize: the whole transaction may be run again at once. */
  static boolean isConflict(Throwable failure) {
    return failure instanceof PgException e && CONFLICTS.contains(String.valueOf(e.getSqlState()));
  }

  /** A unique index refused the row. */
  public static boolean isDuplicate(Throwable failure) {
    return failure instanceof PgException e && "23505".equals(e.getSqlState());
  }

  /** True when the database (or the way to it) is at fault, not what was asked. */
  public static boolean isUnavailable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnavailableException
          || cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof io.smallrye.mutiny.TimeoutException
          || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
          || cause instanceof io.vertx.core.VertxException
          || isServerState(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isServerState(Throwable cause) {
    if (!(cause instanceof PgException e) || e.getSqlState() == null) {
      return false;
    }
    return READ_ONLY.equals(e.getSqlState())
        || SERVER_CLASSES.contains(e.getSqlState().substring(0, 2));
  }
}
