package io.watchbill.escalation.testing;

import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What the tests of the running service have in common, whose time they move. */
public abstract class ServiceTest extends FromOutside {
  @Inject protected MovableTime time;

  protected void later(Duration by) {
    time.advance(by);
  }

  /** Plants what no request brings about. */
  protected static void plant(String sql) {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
