package io.watchbill.rotation;

import io.restassured.path.json.JsonPath;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the notices in the outbox: no service takes them in these tests. */
public final class NotifiedPeople {
  private NotifiedPeople() {}

  /**
   * Returns the notices about a rotation, as {@code kind person}, or {@code kind role}; the oldest
   * first.
   */
  public static List<String> about(String rotation) {
    return payloads(rotation).stream()
        .map(
            notice ->
                notice.getString("kind")
                    + " "
                    + (notice.get("person") != null
                        ? notice.getString("person")
                        : notice.getString("role")))
        .toList();
  }

  /** Returns the notices of a kind about a rotation. */
  public static List<JsonPath> ofKind(String rotation, String kind) {
    return payloads(rotation).stream().filter(n -> n.getString("kind").equals(kind)).toList();
  }

  private static List<JsonPath> payloads(String rotation) {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT payload::text FROM rotation.outbox WHERE type = 'rotation.notice'"
                    + " AND payload->>'rotation' = ? ORDER BY id")) {
      statement.setString(1, rotation);
      List<JsonPath> payloads = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          payloads.add(JsonPath.from(rows.getString(1)));
        }
      }
      return payloads;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
