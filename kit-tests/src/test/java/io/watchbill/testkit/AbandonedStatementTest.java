package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A statement that nobody waits for any more ends, and lets go of its locks. */
@QuarkusTest
class AbandonedStatementTest {
  private static final Duration DEADLINE = Duration.ofMillis(800);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @Inject Database database;

  @Test
  void theLocksOfAUnitWhoseStatementTakesTooLongAreFree() throws SQLException {
    String thing = thing();
    String mark = "sleeps-" + thing;

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    DEADLINE,
                    tx -> {
                      tx.update("UPDATE thing SET note = 'locked' WHERE id = $1", thing);
                      return tx.query("SELECT pg_sleep(25)::text /* " + mark + " */");
                    }))
        .isInstanceOf(DatabaseUnavailableException.class);

    await()
        .atMost(AT_ONCE)
        .untilAsserted(() -> assertThat(lockable(thing)).as("free to be locked").isTrue());
    assertThat(running(mark)).isZero();
  }

  @Test
  void aStatementThatWaitsForALockWaitsNoLongerThanItsUnit() throws SQLException {
    String thing = thing();
    String mark = "waits-" + thing;
    try (Connection other = ServerUnderTest.connect()) {
      other.setAutoCommit(false);
      update(other, thing);

      assertThatThrownBy(
              () ->
                  database.inTransaction(
                      DEADLINE,
                      tx ->
                          tx.update(
                              "UPDATE thing SET note = 'x' WHERE id = $1 /* " + mark + " */",
                              thing)))
          .isInstanceOf(DatabaseUnavailableException.class);

      await().atMost(AT_ONCE).untilAsserted(() -> assertThat(running(mark)).isZero());
      other.rollback();
    }
  }

  @Test
  void aStatementThatBeginsLateEndsWithItsUnitToo() throws SQLException {
    String thing = thing();

    assertThatThrownBy(
            () ->
                database.run(
                    Duration.ofSeconds(3),
                    tx -> {
                      tx.update("UPDATE thing SET note = 'locked' WHERE id = $1", thing);
                      tx.query("SELECT pg_sleep(2.5)::text");
                      tx.query("SELECT pg_sleep(25)::text");
                    }))
        .isInstanceOf(DatabaseUnavailableException.class);

    await()
        .atMost(Duration.ofMillis(1_800))
        .untilAsserted(() -> assertThat(lockable(thing)).as("free to be locked").isTrue());
  }

  @Test
  void theConnectionsOfAbandonedUnitsServeOthers() {
    for (int i = 0; i < 40; i++) {
      assertThatThrownBy(
              () -> database.read(Duration.ofMillis(50), tx -> tx.query("SELECT pg_sleep(0.2)")))
          .isInstanceOf(DatabaseUnavailableException.class);
    }

    await().atMost(AT_ONCE).until(() -> database.read(tx -> tx.one("SELECT 1 AS one")).isPresent());
  }

  /** Also when the line is cut and nobody tells the server. */
  @Test
  void theServerKnowsTheDeadlineOfEachUnit() {
    String ofAll =
        database.inTransaction(
            tx -> tx.one("SHOW statement_timeout").orElseThrow().getString("statement_timeout"));
    String ofThis =
        database.inTransaction(
            Duration.ofSeconds(2),
            tx -> tx.one("SHOW statement_timeout").orElseThrow().getString("statement_timeout"));

    assertThat(ofAll).isEqualTo("5500ms");
    assertThat(ofThis).isEqualTo("2500ms");
  }

  private String thing() {
    String id = "abandoned-" + Ids.next();
    database.inTransaction(tx -> tx.update("INSERT INTO thing (id) VALUES ($1)", id));
    return id;
  }

  private static void update(Connection connection, String thing) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE incident.thing SET note = 'other' WHERE id = ?")) {
      statement.setString(1, thing);
      statement.executeUpdate();
    }
  }

  private static boolean lockable(String thing) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT 1 FROM incident.thing WHERE id = ? FOR UPDATE SKIP LOCKED")) {
      statement.setString(1, thing);
      return statement.executeQuery().next();
    }
  }

  /** The owner sees the texts of its own statements only; that any runs, it sees of all. */
  private static int running(String mark) throws SQLException {
    try (Connection connection = ServerUnderTest.connectAsSuperuser();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE ?"
                    + " AND pid <> pg_backend_pid()")) {
      statement.setString(1, "%" + mark + "%");
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
