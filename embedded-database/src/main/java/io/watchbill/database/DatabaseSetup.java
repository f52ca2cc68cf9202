package io.watchbill.database;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Makes the roles, the database and the schemas, as a DBA would by hand; running it again changes
 * only passwords. Identifiers are constants of {@link DatabaseRole}; passwords are quoted by the
 * server.
 */
final class DatabaseSetup {
  private final String jdbcUrl;
  private final String superuser;
  private final String superuserPassword;

  DatabaseSetup(String jdbcUrl, String superuser, String superuserPassword) {
    this.jdbcUrl = jdbcUrl;
    this.superuser = superuser;
    this.superuserPassword = superuserPassword;
  }

  void prepare(String database, Map<DatabaseRole, String> passwords) {
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl, superuser, superuserPassword)) {
      for (DatabaseRole role : DatabaseRole.values()) {
        makeRole(connection, role, requireNonNull(passwords.get(role), role.sqlName()));
      }
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        run(connection, format(connection, "CREATE DATABASE %I OWNER watchbill_owner", database));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the roles of the database could not be made", e);
    }
  }

  void prepareSchemas(String database) {
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl, superuser, superuserPassword)) {
      run(connection, format(connection, "REVOKE ALL ON DATABASE %I FROM PUBLIC", database));
      run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
      for (DatabaseRole role : DatabaseRole.services()) {
        makeSchema(connection, database, role);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the schemas could not be made", e);
    }
  }

  private void makeRole(Connection connection, DatabaseRole role, String password)
      throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.sqlName())) {
      run(connection, "CREATE ROLE " + role.sqlName() + " LOGIN");
    }
    run(connection, format(connection, "ALTER ROLE " + role.sqlName() + " PASSWORD %L", password));
  }

  private void makeSchema(Connection connection, String database, DatabaseRole role)
      throws SQLException {
    String schema = role.schema().orElseThrow();
    String name = role.sqlName();
    run(connection, format(connection, "GRANT CONNECT ON DATABASE %I TO " + name, database));
    run(connection, "CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION watchbill_owner");
    run(connection, "CREATE SCHEMA IF NOT EXISTS access AUTHORIZATION watchbill_owner");
    run(connection, "ALTER ROLE " + name + " SET search_path = " + schema);
    // A stopped or stuck process must not keep rows locked that another replica could work on.
    run(connection, "ALTER ROLE " + name + " SET idle_in_transaction_session_timeout = '5s'");
    run(connection, "ALTER ROLE " + name + " SET statement_timeout = '30s'");
    run(connection, "GRANT USAGE ON SCHEMA " + schema + " TO " + name);
    run(connection, "GRANT USAGE ON SCHEMA access TO " + name);
    String defaults =
        "ALTER DEFAULT PRIVILEGES FOR ROLE watchbill_owner IN SCHEMA " + schema + " GRANT ";
    run(connection, defaults + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + name);
    run(connection, defaults + "USAGE, SELECT ON SEQUENCES TO " + name);
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Lets the server put a value into a statement that takes no parameters. */
  private static String format(Connection connection, String template, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT format(?, ?)")) {
      statement.setString(1, template);
      statement.setString(2, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
