package io.watchbill.kit.database;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Classifies failures of the database: retry at once, retry later, or a real error. */
public final class Failures {
  private static final Set<String> CONFLICTS = Set.of("40P01", "40001");

  /** SQLSTATE classes about the server's state, not about the statement. */
  private static final Set<String> SERVER_CLASSES = Set.of("08", "53", "57", "58");

  /** A transaction that the server ended because it idled or took too long. */
  private static final Set<String> TIMED_OUT = Set.of("25P03", "25P04");

  /** Statements of a server that is (or has become) a standby. */
  private static final String READ_ONLY = "25006";

  private Failures() {}

  /** A deadlock or a failure to serialize: the whole transaction may be run again at once. */
  static boolean isConflict(Throwable failure) {
    return CONFLICTS.contains(sqlState(failure));
  }

  /** A unique index refused the row. */
  public static boolean isDuplicate(Throwable failure) {
    return sqlState(failure).equals("23505");
  }

  /** A constraint refused the rows: something else is stored already, or still, or not yet. */
  public static boolean isConstraint(Throwable failure) {
    return sqlState(failure).startsWith("23");
  }

  /** A value that no column takes, such as a text with a NUL character. */
  public static boolean isBadValue(Throwable failure) {
    return sqlState(failure).startsWith("22");
  }

  /** Postgres has no room on its disk for what was to be stored. */
  static boolean isFullDisk(Throwable failure) {
    return sqlState(failure).equals("53100");
  }

  private static String sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String state = ownSqlState(cause);
      if (!state.isEmpty()) {
        return state;
      }
    }
    return "";
  }

  /** Returns the SQLSTATE; of the driver's exception Hibernate keeps only that, in its own. */
  private static String ownSqlState(Throwable failure) {
    String state =
        switch (failure) {
          case PgException e -> e.getSqlState();
          case SQLException e -> e.getSQLState();
          default -> null;
        };
    return state == null ? "" : state;
  }

  /** Returns whether the request was refused because too many wait for a connection. */
  public static boolean isTooBusy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionPoolTooBusyException) {
        return true;
      }
    }
    return false;
  }

  /** True when the database (or the way to it) is at fault, not what was asked. */
  public static boolean isUnavailable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String state = ownSqlState(cause);
      if (!state.isEmpty()) {
        return isServerState(state);
      }
      if (cause instanceof JacksonException) {
        // An IOException by its type, but of what was read, not of the way to it.
        return false;
      }
      if (isOfTheConnection(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheConnection(Throwable cause) {
    return cause instanceof DatabaseUnavailableException
        || cause instanceof IOException
        || cause instanceof TimeoutException
        || cause instanceof io.smallrye.mutiny.TimeoutException
        || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
        || cause instanceof io.vertx.core.VertxException;
  }

  private static boolean isServerState(String state) {
    return READ_ONLY.equals(state)
        || SERVER_CLASSES.contains(state.substring(0, 2))
        || TIMED_OUT.contains(state);
  }
}
