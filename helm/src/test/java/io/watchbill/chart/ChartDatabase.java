package io.watchbill.chart;

import io.watchbill.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A real Postgres, prepared as a DBA does for the chart: with its {@code roles.sql}. */
final class ChartDatabase implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final EmbeddedDatabase server = EmbeddedDatabase.disposable();

  /** Starts it, with an empty database. */
  static ChartDatabase prepared() throws IOException, SQLException {
    ChartDatabase database = new ChartDatabase();
    try {
      database.execute("postgres", "CREATE DATABASE watchbill");
      database.execute("watchbill", Chart.file("files/roles.sql"));
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /** Has it speak TLS from now on, to those who ask for it. */
  void speakTls(SelfSigned identity) throws IOException, SQLException, GeneralSecurityException {
    Path directory = Files.createTempDirectory("postgres-tls");
    Path certificate = Files.writeString(directory.resolve("tls.crt"), identity.certificate());
    Path key = Files.createFile(directory.resolve("tls.key"), OWNERS_ONLY);
    Files.writeString(key, identity.key());
    execute("postgres", "ALTER SYSTEM SET ssl_cert_file = '" + certificate + "'");
    execute("postgres", "ALTER SYSTEM SET ssl_key_file = '" + key + "'");
    execute("postgres", "ALTER SYSTEM SET ssl = on");
    execute("postgres", "SELECT pg_reload_conf()");
  }

  /** Values of the chart (YAML) that lead to it without TLS. */
  String values() {
    return """
        postgres:
          host: localhost
          port: %d
          existingSecret: ""
          passwords: {owner: o, incident: i, rotation: r, escalation: e}
          tls: {mode: disable}
        """
        .formatted(server.port());
  }

  /** Connects to the database of the chart as the superuser. */
  Connection connect() throws SQLException {
    return connect("watchbill");
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection("jdbc:" + server.url(database), "postgres", "");
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
