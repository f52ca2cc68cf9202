package io.watchbill.laptop.postgres;

import io.watchbill.database.EmbeddedDatabase;
import io.watchbill.database.Role;
import io.watchbill.laptop.Credentials;
import io.watchbill.laptop.DataDirectory;
import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.process.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The embedded Postgres on the kept data. The server is no child of this process: its own file says
 * where it runs, and by that it is watched and stopped.
 */
public final class PostgresServer implements Supervised.Starter {
  private static final String DATABASE = "watchbill";

  private final DataDirectory directory;
  private final int port;
  private final Credentials credentials;
  private final PostmasterFile file;
  private EmbeddedDatabase latest;

  public PostgresServer(DataDirectory directory, int port, Credentials credentials) {
    this.directory = directory;
    this.port = port;
    this.credentials = credentials;
    this.file = new PostmasterFile(directory.postgres());
  }

  /** Starts the server, after removing what an earlier run left; roles and schemas come along. */
  @Override
  public Supervised.Run start() throws IOException {
    forgetLatest();
    file.stopServer();
    setUnfinishedAside();
    latest =
        EmbeddedDatabase.durable(
            directory.postgres(),
            directory.binaries(),
            directory.log("postgres"),
            port,
            credentials.superuserPassword());
    latest.prepare(DATABASE, credentials.databasePasswords());
    latest.migrate(
        DATABASE, credentials.databasePassword(Role.OWNER), PostgresServer.class.getClassLoader());
    Files.writeString(finishedMark(), "");
    return new PostgresRun(
        file.server().orElseThrow(() -> new IOException("Postgres ended right after its start")),
        file);
  }

  /** The library holds a lock in the data directory as long as it believes in its server. */
  private void forgetLatest() throws IOException {
    if (latest != null) {
      latest.close();
      latest = null;
    }
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
