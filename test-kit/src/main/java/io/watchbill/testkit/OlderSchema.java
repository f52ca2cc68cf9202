package io.watchbill.testkit;

import io.watchbill.database.DatabaseRole;
import io.watchbill.database.EmbeddedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A service's schema before a migration, to be filled and then migrated. */
public final class OlderSchema implements AutoCloseable {
  private final String schema;
  private final EmbeddedDatabase database;

  private OlderSchema(String schema) {
    this.schema = schema;
    this.database = EmbeddedDatabase.disposable();
    Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, PostgresForTests.PASSWORD);
    }
    database.prepare(PostgresForTests.DATABASE, passwords);
  }

  /** The schema with all migrations up to and with this one. */
  public static OlderSchema upTo(String schema, String version) {
    OlderSchema older = new OlderSchema(schema);
    older.migrate(version);
    return older;
  }

  /** Runs the migrations that have not run yet, up to and with this one. */
  public void migrate(String version) {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(url(), DatabaseRole.OWNER.sqlName(), PostgresForTests.PASSWORD)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(false)
        .locations("classpath:db/kit", "classpath:db/" + schema)
        .target(version)
        .load()
        .migrate();
  }

  public void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query, each as its columns joined by blanks. */
  public List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          columns.add(result.getString(i));
        }
        rows.add(String.join(" ", columns));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(url(), DatabaseRole.OWNER.sqlName(), PostgresForTests.PASSWORD);
    connection.setSchema(schema);
    return connection;
  }

  private String url() {
    return "jdbc:postgresql://localhost:" + database.port() + "/" + PostgresForTests.DATABASE;
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
