package io.watchbill.cli.incident;

import io.watchbill.cli.session.Session;
import picocli.CommandLine.Command;

/** Resolves incidents. */
@Command(
    name = "resolve",
    description = "Resolve incidents; new alerts of the same group reopen them.")
public final class ResolveCommand extends NotedAction {
  public ResolveCommand(Session session) {
    super(session, "resolve");
  }
}
