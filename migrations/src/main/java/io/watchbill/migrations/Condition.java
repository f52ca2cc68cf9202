package io.watchbill.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a database says of itself before it is migrated.
 *
 * @param version of the server, as it calls it
 * @param number of this version: 180006 for 18.6
 * @param standby whether it follows another server
 * @param readOnly whether it takes no writes from this role
 * @param missing schemas that are not there, or in which this role may make no tables; roles that
 *     are not there
 */
record Condition(
    String version, int number, boolean standby, boolean readOnly, List<String> missing) {
  private static final int OLDEST = 150_000;
  private static final String SELF =
      """
      SELECT current_setting('server_version') AS version,
             current_setting('server_version_num')::int AS number,
             pg_is_in_recovery() AS standby,
             current_setting('transaction_read_only')::bool AS read_only
      """;

  /** By names that may be of no schema: to ask whether one may create in it would then fail. */
  private static final String MISSING =
      """
      SELECT 'schema ' || wanted.name AS missing
        FROM unnest(?::text[]) WITH ORDINALITY AS wanted (name, position)
        LEFT JOIN pg_namespace n ON n.nspname = wanted.name
       WHERE NOT coalesce(has_schema_privilege(n.oid, 'CREATE'), false)
       UNION ALL
      SELECT 'role ' || wanted.name
        FROM unnest(?::text[]) AS wanted (name)
       WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted.name)
      """;

  private static final String[] ROLES = {
    "watchbill_rotation", "watchbill_incident", "watchbill_escalation"
  };

  static Condition of(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELF);
        ResultSet self = statement.executeQuery()) {
      self.next();
      return new Condition(
          self.getString("version"),
          self.getInt("number"),
          self.getBoolean("standby"),
          self.getBoolean("read_only"),
          missing(connection));
    }
  }

  private static List<String> missing(Connection connection) throws SQLException {
    List<String> missing = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(MISSING)) {
      statement.setArray(1, connection.createArrayOf("text", Schema.names().toArray()));
      statement.setArray(2, connection.createArrayOf("text", ROLES));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          missing.add(rows.getString("missing"));
        }
      }
    }
    return missing;
  }

  /** Returns why it cannot be migrated; empty when it can be. */
  Optional<Obstacle> obstacle(String user, String place) {
    if (number < OLDEST) {
      return Optional.of(
          Obstacle.lasting(
              "Postgres %s at %s is too old: Watchbill needs 15 or newer"
                  .formatted(version, place)));
    }
    if (standby) {
      return Optional.of(
          Obstacle.passing(
              "Postgres at %s is a standby, which only reads; name the primary".formatted(place)));
    }
    if (readOnly) {
      return Optional.of(
          Obstacle.passing(
              "Postgres at %s takes no writes from %s: default_transaction_read_only is on"
                  .formatted(place, user)));
    }
    if (!missing.isEmpty()) {
      return Optional.of(
          Obstacle.lasting(
              "The database %s is not prepared: %s missing, or not for %s to change; run roles.sql in it"
                  .formatted(place, String.join(", ", missing), user)));
    }
    return Optional.empty();
  }
}
