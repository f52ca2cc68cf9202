package io.watchbill.laptop;

import io.watchbill.laptop.process.Processes;
import java.time.Duration;
import java.util.Optional;

/** The command {@code down}: stops the launcher, or what one that was killed left running. */
final class Down {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;

  Down(Installation installation) {
    this.installation = installation;
  }

  /** Stops what is running and returns a message about it. */
  String run() {
    if (!installation.data().exists()) {
      return "Watchbill is not running; there is nothing in " + installation.data().root() + ".";
    }
    boolean wasRunning = installation.isRunning();
    if (wasRunning) {
      Optional<ProcessHandle> launcher = installation.launcher().find();
      launcher.ifPresent(process -> Processes.end(process, PATIENCE));
    }
    boolean leftBehind = new Leftovers(installation).stop();
    if (wasRunning) {
      return "Watchbill has stopped. The data stays in " + installation.data().root() + ".";
    }
    return leftBehind
        ? "Stopped what a launcher that was killed had left running."
        : "Watchbill is not running.";
  }
}
