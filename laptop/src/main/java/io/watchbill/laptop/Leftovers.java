package io.watchbill.laptop;

import io.watchbill.laptop.postgres.PostmasterFile;
import io.watchbill.laptop.process.ProcessMark;
import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.service.Service;
import java.time.Duration;
import java.util.Arrays;

/**
 * What a launcher that was killed left running. Only processes that this installation's own marks
 * name are touched. Services go first, so that Postgres is not pulled from under them.
 */
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Installation installation;

  Leftovers(Installation installation) {
    this.installation = installation;
  }

  /** Whether there are any. */
  boolean exist() {
    return Arrays.stream(Service.values()).anyMatch(s -> installation.mark(s).find().isPresent())
        || new PostmasterFile(installation.data().postgres()).server().isPresent();
  }

  /** Stops them all; true when there were any. */
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
