package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.process.Processes;
import java.io.IOException;
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
import java.util.List;

/**
 * The backup of a sandbox's Postgres as Postgres describes it: a base backup by its low-level
 * functions (the bundled server has no {@code pg_basebackup}), and an archive of WAL.
 */
final class BackedUpPostgres {
  /** Files of a running server alone; WAL comes from the archive. */
  private static final List<String> LEFT_OUT =
      List.of("pg_wal", "postmaster.pid", "postmaster.opts", "epg-lock");

  private final Sandbox sandbox;
  private final Path archive;
  private final Path base;

  BackedUpPostgres(Sandbox sandbox, Path place) throws IOException {
    this.sandbox = sandbox;
    this.archive = Files.createDirectories(place.resolve("archive"));
    this.base = place.resolve("base");
  }

  /** Archives WAL from now on; the server is restarted for that. */
  void archive() throws SQLException {
    String before = answer("SELECT pg_postmaster_start_time()");
    try (Connection connection = sandbox.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET archive_mode = on");
      statement.execute(
          "ALTER SYSTEM SET archive_command = 'test ! -f \"%1$s/%%f\" && cp \"%%p\" \"%1$s/%%f\"'"
              .formatted(archive));
    }
    Processes.signal(sandbox.postgres(), "INT");
    await()
        .atMost(60, SECONDS)
        .ignoreExceptions()
        .until(() -> !answer("SELECT pg_postmaster_start_time()").equals(before));
  }

  /** Takes a base backup of the running server, in place of the one before. */
  void takeBase() throws SQLException, IOException {
    delete(base);
    try (Connection connection = sandbox.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('watchbill', true)");
      copy(sandbox.postgresData(), base);
      try (ResultSet stopped =
          statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        stopped.next();
        Files.writeString(base.resolve("backup_label"), stopped.getString(1));
      }
    }
  }

  /** Archives all that is committed; returns when it is there, by the server's clock. */
  String archiveAll() throws SQLException {
    String moment = answer("SELECT clock_timestamp()");
    String segment = answer("SELECT pg_walfile_name(pg_switch_wal())");
    await().atMost(90, SECONDS).until(() -> Files.exists(archive.resolve(segment)));
    return moment;
  }

  /** Loses the server and its disk, and has another restored from the archive's end. */
  void loseAndRestore() throws Exception {
    loseAndRestore("");
  }

  /** Loses the server and its disk, and has another restored to a moment. */
  void loseAndRestore(String moment) throws Exception {
    sandbox.withoutRestarts(
        () -> {
          Sandbox.kill(sandbox.postgres());
          Path data = sandbox.postgresData();
          await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> delete(data));
          copy(base, data);
          Files.createDirectories(data.resolve("pg_wal"));
          Files.writeString(data.resolve("recovery.signal"), "");
          Files.writeString(
              data.resolve("postgresql.auto.conf"),
              """
              restore_command = 'cp "%s/%%f" "%%p"'
              recovery_target_time = '%s'
              recovery_target_action = promote
              hot_standby = off
              """
                  .formatted(archive, moment),
              StandardOpenOption.APPEND);
          return null;
        });
    await()
        .atMost(60, SECONDS)
        .ignoreExceptions()
        .until(() -> answer("SELECT pg_is_in_recovery()").equals("f"));
  }

  private String answer(String question) throws SQLException {
    try (Connection connection = sandbox.superuser();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      assertThat(answer.next()).isTrue();
      return answer.getString(1);
    }
  }

  /** Whether nothing is left: processes of a killed server may still write for a moment. */
  private static boolean delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return !Files.exists(directory);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (isLeftOut(directory)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.copy(directory, copyOf(directory), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isLeftOut(file)) {
              copyIfThere(file, copyOf(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          private boolean isLeftOut(Path path) {
            return LEFT_OUT.contains(from.relativize(path).toString());
          }

          private Path copyOf(Path path) {
            return to.resolve(from.relativize(path).toString());
          }
        });
  }

  /** A file that was dropped meanwhile is dropped by the WAL, too. */
  private static void copyIfThere(Path file, Path copy) throws IOException {
    try {
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException e) {
      assertThat(file).doesNotExist();
    }
  }
}
