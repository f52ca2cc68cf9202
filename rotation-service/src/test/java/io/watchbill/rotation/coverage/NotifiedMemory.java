package io.watchbill.rotation.coverage;

import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the findings that leads were notified of: by it a test knows that a check is complete. */
final class NotifiedMemory {
  private NotifiedMemory() {}

  static boolean holds(String rotation, String placeBegins) {
    return looked(rotation, placeBegins).isPresent();
  }

  /** Returns whether the last check that found it was at the instant or later. */
  static boolean isOf(String rotation, String placeBegins, Instant instant) {
    return looked(rotation, placeBegins).filter(at -> !at.isBefore(instant)).isPresent();
  }

  private static Optional<Instant> looked(String rotation, String placeBegins) {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT max(notified_at) FROM rotation.notified_finding"
                    + " WHERE rotation = ? AND starts_with(role, ?)")) {
      statement.setString(1, rotation);
      statement.setString(2, placeBegins);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
