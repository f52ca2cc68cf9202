package io.watchbill.migrations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The installation that is migrated, as far as its processes make known which one they are: by the
 * public URL and the secret of the links. Two installations must not share a database.
 *
 * @param publicUrl where people will reach it
 * @param linkSecret empty before it has one
 */
record Installation(Optional<String> publicUrl, Optional<String> linkSecret) {
  private static final int FINGERPRINT = 8;

  /** Before the first migration there is no such table, in earlier releases no such column. */
  private static final String KNOWN =
      """
      SELECT count(*) FROM pg_attribute
       WHERE attrelid = to_regclass('escalation.replica_note') AND attname = 'secrets'
      """;

  /** Who runs now: each stores a note every five seconds. */
  private static final String RUNNING =
      """
      SELECT count(*) AS processes, min(public_url) AS public_url,
             coalesce(bool_or(public_url = ? OR ? = ANY (secrets)), false) AS own
        FROM escalation.replica_note
       WHERE noted_at > now() - interval '30 seconds' AND cardinality(secrets) > 0
      """;

  /** Returns the processes of another one that use the database, if none of this one does. */
  Optional<Obstacle> obstacle(Connection connection, String place) throws SQLException {
    if (publicUrl.isEmpty() || !areProcessesKnown(connection)) {
      return Optional.empty();
    }
    try (PreparedStatement statement = connection.prepareStatement(RUNNING)) {
      statement.setString(1, publicUrl.get().replaceFirst("/+$", ""));
      statement.setString(2, linkSecret.map(Installation::fingerprint).orElse(""));
      try (ResultSet running = statement.executeQuery()) {
        running.next();
        return running.getInt("processes") == 0 || running.getBoolean("own")
            ? Optional.empty()
            : Optional.of(
                inUse(place, running.getInt("processes"), running.getString("public_url")));
      }
    }
  }

  private static Obstacle inUse(String place, int processes, String publicUrl) {
    return Obstacle.passing(
        "The database %s is in use by another installation, reached at %s, of which %d processes run; give this one a database of its own (if it is the same: renew the secret of the links and change the public URL one after the other)"
            .formatted(place, publicUrl, processes));
  }

  private static boolean areProcessesKnown(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN);
        ResultSet known = statement.executeQuery()) {
      known.next();
      return known.getInt(1) > 0;
    }
  }

  /**
   * Returns a name of the secret that does not reveal it; the escalation-service makes the same.
   */
  private static String fingerprint(String secret) {
    try {
      byte[] text = ("watchbill installation\n" + secret).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
