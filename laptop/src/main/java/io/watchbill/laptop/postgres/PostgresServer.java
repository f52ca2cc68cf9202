package io.watchbill.laptop.postgres;

import io.watchbill.database.DatabaseRole;
import io.watchbill.database.EmbeddedDatabase;
import io.watchbill.laptop.Credentials;
import io.watchbill.laptop.DataDirectory;
import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.process.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The embedded Postgres on the stored data. The server is no child of this process: its own pid
 * file is used to watch and stop it.
 */
public final class PostgresServer implements Supervised.Starter {
  private static final String DATABASE = "watchbill";

  private final DataDirectory directory;
  private final int port;
  private final Credentials credentials;
  private final PostmasterFile file;

  public PostgresServer(DataDirectory directory, int port, Credentials credentials) {
    this.directory = directory;
    this.port = port;
    this.credentials = credentials;
    this.file = new PostmasterFile(directory.postgres());
  }

  /** Starts the server, after removing what an earlier run left; roles and schemas come along. */
  @Override
  @SuppressWarnings("resource") // it outlives the object, and is stopped by its file
  public Supervised.Run start() throws IOException {
    file.stopServer();
    dropLibraryLock();
    setUnfinishedAside();
    EmbeddedDatabase database =
        EmbeddedDatabase.durable(
            directory.postgres(),
            directory.binaries(),
            directory.log("postgres"),
            port,
            credentials.superuserPassword());
    database.prepare(DATABASE, credentials.databasePasswords());
    database.migrate(
        DATABASE,
        credentials.databasePassword(DatabaseRole.OWNER),
        PostgresServer.class.getClassLoader());
    Files.writeString(finishedMark(), "");
    return new PostgresRun(
        file.server().orElseThrow(() -> new IOException("Postgres ended right after its start")),
        file);
  }

  /**
   * The library locks a file in the data directory and keeps it locked when its server dies. Who
   * may run this data is decided by our own lock, so a new file does no harm.
   */
  private void dropLibraryLock() throws IOException {
    Files.deleteIfExists(directory.postgres().resolve("epg-lock"));
  }

  /** A launcher killed while it made the data directory leaves one that no server can use. */
  private void setUnfinishedAside() throws IOException {
    Path data = directory.postgres();
    if (Files.exists(data) && !Files.exists(finishedMark())) {
      Path aside = data.resolveSibling("postgres.unfinished");
      new DataDirectory(aside).delete();
      Files.move(data, aside);
    }
  }

  private Path finishedMark() {
    return directory.root().resolve("postgres.initialised");
  }

  private record PostgresRun(ProcessHandle server, PostmasterFile file) implements Supervised.Run {
    @Override
    public boolean endsWithin(Duration patience) {
      return Processes.awaitEnd(server, patience);
    }

    @Override
    public void end() {
      file.stopServer();
    }
  }
}
