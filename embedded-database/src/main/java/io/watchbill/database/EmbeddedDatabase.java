package io.watchbill.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real Postgres server that needs no installation.
 *
 * <p>Two ways to run it: {@link #durable} keeps what is committed through any death of process or
 * machine; {@link #disposable} trades that for speed and deletes its data when it is closed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final String SUPERUSER_DATABASE = "postgres";

  private final EmbeddedPostgres server;

  private final String superuserPassword;

  private EmbeddedDatabase(EmbeddedPostgres server, String superuserPassword) {
    this.server = server;
    this.superuserPassword = superuserPassword;
  }

  /** Starts a server for tests: fast, unsafe, on a free port; deletes its data at the end. */
  public static EmbeddedDatabase disposable() {
    return start(
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            // Else plans would depend on how far a suite is when Postgres analyzes a table.
            .setServerConfig("autovacuum_analyze_threshold", "2000000000")
            .setServerConfig("synchronous_commit", "off"),
        "");
  }

  /**
   * Starts a server for the laptop: every commit is on disk before it is answered, and connections
   * need a password. The server outlives this process; only {@link #close} stops it.
   *
   * @param data directory that is kept; created when absent
   * @param binaries directory into which the server's executables are unpacked
   * @param log file to whose end the server writes
   * @param port TCP port on the loopback interface
   * @param superuserPassword set when the data directory is made, needed ever after
   */
  public static EmbeddedDatabase durable(
      Path data, Path binaries, Path log, int port, String superuserPassword) {
    Path passwordFile = null;
    try {
      passwordFile = Files.createTempFile("initdb", ".password");
      Files.writeString(passwordFile, superuserPassword);
      return start(
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOverrideWorkingDirectory(binaries.toFile())
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setPort(port)
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setDataDirectoryCustomizer(EmbeddedDatabase::askForPasswords)
              .setConnectConfig("password", superuserPassword)
              // A killed server's socket would keep the next one from starting.
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "200")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on"),
          superuserPassword);
    } catch (IOException e) {
      throw new UncheckedIOException("Postgres did not start", e);
    } finally {
      delete(passwordFile);
    }
  }

  /** Requires passwords; the server is initialised to trust everybody on this machine. */
  private static void askForPasswords(File data) {
    try {
      Files.writeString(
          data.toPath().resolve("pg_hba.conf"),
          """
          local all all                scram-sha-256
          host  all all 127.0.0.1/32   scram-sha-256
          host  all all ::1/128        scram-sha-256
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedDatabase start(
      EmbeddedPostgres.Builder builder, String superuserPassword) {
    try {
      EmbeddedPostgres server = builder.setPGStartupWait(Duration.ofSeconds(60)).start();
      return new EmbeddedDatabase(server, superuserPassword);
    } catch (IOException e) {
      throw new UncheckedIOException("Postgres did not start", e);
    }
  }

  /** The TCP port on which the server listens. */
  public int port() {
    return server.getPort();
  }

  /** Address of a database, in the form that follows {@code jdbc:}. */
  public String url(String database) {
    return "postgresql://localhost:" + port() + "/" + database;
  }

  /** Creates or updates the roles and the database; see {@link DatabaseSetup}. */
  public void prepare(String database, Map<DatabaseRole, String> passwords) {
    new DatabaseSetup(jdbc(SUPERUSER_DATABASE), SUPERUSER, superuserPassword)
        .prepare(database, passwords);
    new DatabaseSetup(jdbc(database), SUPERUSER, superuserPassword).prepareSchemas(database);
  }

  /** Migrates the schemas as the owner, with the migrations on the class path. */
  public void migrate(String database, String ownerPassword, ClassLoader migrations) {
    String owner = DatabaseRole.OWNER.sqlName();
    Migrations.access(migrations).run(jdbc(database), owner, ownerPassword);
    for (DatabaseRole role : DatabaseRole.services()) {
      Migrations.of(role, migrations).ifPresent(m -> m.run(jdbc(database), owner, ownerPassword));
    }
  }

  private String jdbc(String database) {
    return "jdbc:" + url(database);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
