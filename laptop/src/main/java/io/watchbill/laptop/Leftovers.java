package io.watchbill.laptop;

import io.watchbill.laptop.postgres.PostmasterFile;
import io.watchbill.laptop.process.ProcessMark;
import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.service.Service;
import java.time.Duration;
import java.util.Arrays;

/**
 * Processes that a killed launcher left running. Stops only processes that this installation's own
 * marks name, services before Postgres.
 */
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Installation installation;

  Leftovers(Installation installation) {
    this.installation = installation;
  }

  /** Returns whether there are any. */
  boolean exist() {
    return Arrays.stream(Service.values()).anyMatch(s -> installation.mark(s).find().isPresent())
        || new PostmasterFile(installation.data().postgres()).server().isPresent();
  }

  /** Stops them all; returns true when there were any. */
  boolean stop() {
    boolean found = exist();
    for (Service service : Service.values()) {
      ProcessMark mark = installation.mark(service);
      mark.find().ifPresent(process -> Processes.endTree(process, PATIENCE));
      mark.delete();
    }
    new PostmasterFile(installation.data().postgres()).stopServer();
    return found;
  }
}
