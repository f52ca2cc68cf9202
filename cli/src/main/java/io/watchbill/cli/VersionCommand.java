package io.watchbill.cli;

import io.watchbill.cli.http.Json;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import picocli.CommandLine.Command;

/** Shows the version of this program. */
@Command(name = "version", description = "Show the version of wb.")
final class VersionCommand implements Runnable {
  private final Session session;

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.show(
        new View(
            Json.object().put("version", Version.TEXT),
            terminal -> terminal.print("wb " + Version.TEXT)));
  }
}
