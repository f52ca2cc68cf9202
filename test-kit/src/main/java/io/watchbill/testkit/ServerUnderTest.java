package io.watchbill.testkit;

import io.watchbill.database.EmbeddedDatabase;
import io.watchbill.database.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The Postgres of the running tests, for what a test must do behind the service's back. */
public final class ServerUnderTest {
  private static final String PORT = "watchbill.test.postgres-port";

  private ServerUnderTest() {}

  static void set(EmbeddedDatabase database) {
    System.setProperty(PORT, String.valueOf(database.port()));
  }

  /** A connection as the owner of the database. The caller closes it. */
  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + System.getProperty(PORT) + "/" + PostgresForTests.DATABASE,
        Role.OWNER.sqlName(),
        PostgresForTests.PASSWORD);
  }
}
