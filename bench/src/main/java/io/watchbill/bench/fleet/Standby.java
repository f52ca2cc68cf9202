package io.watchbill.bench.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * A second server that follows the first one by streaming replication, and without whose word no
 * commit of the first is answered: whatever was answered is on it, too.
 */
final class Standby {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Files of a running server alone, or that come by the stream. */
  private static final Set<String> CONTENT_LEFT_OUT =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> FILES_LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

  private Standby() {}

  /** Makes and starts a standby of a running server; from then on that one waits for it. */
  static DatabaseServer of(DatabaseServer primary, String name, int port) {
    DatabaseServer standby = primary.beside(name, port);
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      letReplicate(primary, statement);
      copy(primary, standby, statement);
      follow(primary, standby);
      standby.start();
      await(statement, "SELECT count(*) > 0 FROM pg_stat_replication WHERE state = 'streaming'");
      statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
      statement.execute("SELECT pg_reload_conf()");
      await(statement, "SELECT count(*) > 0 FROM pg_stat_replication WHERE sync_state = 'sync'");
    } catch (SQLException e) {
      throw new IllegalStateException("no standby could be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return standby;
  }

  /** Ends its following: from then on it is a primary, and waits for nobody. */
  static void promote(DatabaseServer standby) {
    try (Connection connection = standby.connect();
        Statement statement = connection.createStatement()) {
      if (!isTrue(statement, "SELECT pg_promote(true, " + PATIENCE.toSeconds() + ")")) {
        throw new IllegalStateException("the standby was not promoted");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the standby could not be promoted", e);
    }
  }

  private static void letReplicate(DatabaseServer primary, Statement statement)
      throws IOException, SQLException {
    Files.writeString(
        primary.data().resolve("pg_hba.conf"),
        "host replication " + DatabaseServer.SUPERUSER + " 127.0.0.1/32 scram-sha-256\n",
        StandardOpenOption.APPEND);
    statement.execute("SELECT pg_reload_conf()");
    statement.execute("SELECT pg_create_physical_replication_slot('standby', true)");
  }

  /** A base backup as Postgres describes it: its files in any state, and the label. */
  private static void copy(DatabaseServer primary, DatabaseServer standby, Statement statement)
      throws IOException, SQLException {
    statement.execute("SELECT pg_backup_start('standby', true)");
    Files.walkFileTree(primary.data(), new Copy(primary.data(), standby.data()));
    try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
      label.next();
      Files.writeString(standby.data().resolve("backup_label"), label.getString(1));
    }
  }

  private static void follow(DatabaseServer primary, DatabaseServer standby) throws IOException {
    Files.writeString(standby.data().resolve("standby.signal"), "");
    Files.writeString(
        standby.data().resolve("postgresql.auto.conf"),
        """
        primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'
        primary_slot_name = 'standby'
        """
            .formatted(primary.port(), DatabaseServer.SUPERUSER, primary.superuserPassword()),
        StandardOpenOption.APPEND);
  }

  private static void await(Statement statement, String condition) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrue(statement, condition)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("in vain: " + condition);
      }
      Fleet.pause(Duration.ofMillis(50));
    }
  }

  private static boolean isTrue(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static final class Copy extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copy(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.copy(directory, copyOf(directory), StandardCopyOption.COPY_ATTRIBUTES);
      return CONTENT_LEFT_OUT.contains(from.relativize(directory).toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!FILES_LEFT_OUT.contains(from.relativize(file).toString())) {
        try {
          Files.copy(file, copyOf(file), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
          // Dropped meanwhile: the stream drops it on the standby, too.
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private Path copyOf(Path path) {
      return to.resolve(from.relativize(path));
    }
  }
}
