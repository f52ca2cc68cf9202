package io.watchbill.cli.incident;

import io.watchbill.cli.session.Session;
import picocli.CommandLine.Command;

/** Acknowledges incidents. */
@Command(
    name = "ack",
    aliases = "acknowledge",
    description = "Acknowledge incidents: paging stops, and the work is yours.")
public final class AckCommand extends NotedAction {
  public AckCommand(Session session) {
    super(session, "acknowledge");
  }
}
