package io.watchbill.cli.login;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.session.Session;
import picocli.CommandLine.Command;

/** Forgets a key. */
@Command(
    name = "logout",
    description =
        "Forget the address and key of a profile. The key stays valid; an admin can revoke it.")
public final class LogoutCommand implements Runnable {
  private final Session session;

  public LogoutCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = session.choice().profileName();
    if (!session.config().forget(name)) {
      throw new Failure(ExitCode.NOT_FOUND, "there is no profile '" + name + "'");
    }
    session.terminal().say("Signed out of profile '" + name + "'.");
  }
}
