package io.watchbill.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * A disk of 64 MB, on which Postgres stores one table for a while. To mount it takes root; where
 * that is not to be had the test is left out.
 */
public final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4_096;

  private final String table;
  private final Path mount;

  /** Those of before, in parentheses; empty when there were none. */
  private final String options;

  private SmallDisk(String table, Path mount) {
    this.table = table;
    this.mount = mount;
    this.options =
        ask(
            "SELECT '(' || array_to_string(reloptions, ', ') || ')' FROM pg_class WHERE oid = '%s'::regclass"
                .formatted(table));
  }

  /** Moves a table to a disk of its own; a page there takes a few small rows at most. */
  public static SmallDisk under(String table) throws IOException, InterruptedException {
    Path mount = Files.createTempDirectory("small-disk");
    boolean mounted =
        succeeds("mount", "-t", "tmpfs", "-o", "size=64m,mode=0777", "tmpfs", mount.toString());
    if (!mounted) {
      Files.delete(mount);
    }
    assumeThat(mounted).as("a small disk can be mounted here (it takes root)").isTrue();
    SmallDisk disk = new SmallDisk(table, mount);
    asSuperuser(
        "CREATE TABLESPACE small_disk LOCATION '%s'".formatted(mount),
        "ALTER TABLE %s SET TABLESPACE small_disk".formatted(table),
        "ALTER TABLE %s SET (fillfactor = 10)".formatted(table),
        // What other tests left and deleted would leave room in the pages.
        "VACUUM FULL %s".formatted(table));
    return disk;
  }

  /** Leaves no room on it. */
  public void fill() {
    try (OutputStream file = Files.newOutputStream(mount.resolve("filler"))) {
      byte[] block = new byte[BLOCK];
      while (true) {
        file.write(block);
      }
    } catch (IOException e) {
      // It is full.
    }
  }

  public void makeRoom() throws IOException {
    Files.deleteIfExists(mount.resolve("filler"));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    makeRoom();
    asSuperuser(
        "ALTER TABLE %s SET TABLESPACE pg_default".formatted(table),
        "ALTER TABLE %s RESET (fillfactor)".formatted(table),
        options.isEmpty() ? "SELECT 1" : "ALTER TABLE %s SET %s".formatted(table, options),
        "DROP TABLESPACE small_disk");
    succeeds("umount", mount.toString());
    Files.delete(mount);
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command)).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String ask(String question) {
    try (Connection connection = ServerUnderTest.connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return Objects.requireNonNullElse(answer.getString(1), "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void asSuperuser(String... statements) {
    try (Connection connection = ServerUnderTest.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
