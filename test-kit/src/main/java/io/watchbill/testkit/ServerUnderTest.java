package io.watchbill.testkit;

import io.watchbill.database.DatabaseRole;
import io.watchbill.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The Postgres of the running tests, for what tests do behind the service's back. */
public final class ServerUnderTest {
  private static final String PORT = "watchbill.test.postgres-port";

  /** Ends all sessions of the database. */
  private static final String ENDED =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
          .formatted(PostgresForTests.DATABASE);

  private ServerUnderTest() {}

  static void set(EmbeddedDatabase database) {
    System.setProperty(PORT, String.valueOf(database.port()));
  }

  /**
   * Takes the database away from the service: its connections end, and no new one is accepted until
   * {@link #letIn}.
   */
  public static void lockOut() {
    asSuperuser(
        "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(PostgresForTests.DATABASE), ENDED);
  }

  /** The service can only read, as on a standby, until {@link #takeWrites}. */
  public static void refuseWrites() {
    asSuperuser(
        "ALTER DATABASE %s SET default_transaction_read_only = on"
            .formatted(PostgresForTests.DATABASE),
        ENDED);
  }

  /** The database accepts writes again. */
  public static void takeWrites() {
    asSuperuser(
        "ALTER DATABASE %s RESET default_transaction_read_only"
            .formatted(PostgresForTests.DATABASE),
        ENDED);
  }

  /** The database accepts connections again. */
  public static void letIn() {
    asSuperuser("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(PostgresForTests.DATABASE));
  }

  private static void asSuperuser(String... statements) {
    String url = "jdbc:postgresql://localhost:" + System.getProperty(PORT) + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that sees what all sessions of the database do. The caller closes it. */
  public static Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + System.getProperty(PORT) + "/" + PostgresForTests.DATABASE,
        "postgres",
        "");
  }

  /** The port on which it listens. */
  public static int port() {
    return Integer.parseInt(System.getProperty(PORT));
  }

  /** A connection as the owner of the database. The caller closes it. */
  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + System.getProperty(PORT) + "/" + PostgresForTests.DATABASE,
        DatabaseRole.OWNER.sqlName(),
        PostgresForTests.PASSWORD);
  }
}
