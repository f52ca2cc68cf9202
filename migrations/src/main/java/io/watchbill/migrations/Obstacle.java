package io.watchbill.migrations;

import static java.util.Objects.requireNonNullElse;

import java.sql.SQLException;
import java.util.Set;

/**
 * Why a database cannot be migrated.
 *
 * @param text what is wrong and what to do, in a sentence or two
 * @param passes whether it may be over by itself in a while
 */
record Obstacle(String text, boolean passes) {
  /** Cannot connect now, shutting down, crashed; too many connections. */
  private static final Set<String> BUSY = Set.of("57P01", "57P02", "57P03", "53300");

  static Obstacle lasting(String text) {
    return new Obstacle(text, false);
  }

  static Obstacle passing(String text) {
    return new Obstacle(text, true);
  }

  /** Why no connection came about. */
  static Obstacle of(SQLException failure, String user, String place) {
    String state = requireNonNullElse(failure.getSQLState(), "");
    String said = said(failure);
    return switch (state) {
      case "28P01", "28000", "08004" ->
          lasting(
              "Postgres at %s does not let %s in: %s; is watchbill.database.password the role's, and does the server allow TLS as sslmode asks?"
                  .formatted(place, user, said));
      case "3D000" ->
          lasting(
              "There is no such database: %s (%s); create it and run roles.sql in it"
                  .formatted(place, said));
      case "42501" ->
          lasting(
              "%s may not use the database %s: %s; run roles.sql in it"
                  .formatted(user, place, said));
      default ->
          state.startsWith("08") || BUSY.contains(state)
              ? passing("Postgres at %s cannot be reached: %s".formatted(place, said))
              : lasting("Postgres at %s cannot be used: %s".formatted(place, said));
    };
  }

  /** The driver's words on one line, and those of the cause, which often say more. */
  private static String said(SQLException failure) {
    String said = requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    Throwable cause = failure.getCause();
    return (cause == null ? said : said + " (" + cause + ")").replaceAll("\\s+", " ").strip();
  }
}
