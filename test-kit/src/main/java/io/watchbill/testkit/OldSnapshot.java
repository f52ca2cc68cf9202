package io.watchbill.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A long-running dump: until it is closed, indexes keep entries of removed rows. */
public final class OldSnapshot implements AutoCloseable {
  private final Connection connection;

  private OldSnapshot(Connection connection) {
    this.connection = connection;
  }

  /** Begins by reading a table. */
  public static OldSnapshot open(String table) throws SQLException {
    Connection connection = ServerUnderTest.connect();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT count(*) FROM " + table);
    }
    return new OldSnapshot(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
