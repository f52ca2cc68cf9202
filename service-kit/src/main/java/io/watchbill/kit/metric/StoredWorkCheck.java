package io.watchbill.kit.metric;

import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Looks at what waits to be done: events for peer services, and timers. */
@ApplicationScoped
class StoredWorkCheck implements Check {
  private static final String NAME = "queues";

  /** Seconds, as the alerts have it. */
  private static final int LATE = 60;

  private final StoredWork stored;

  StoredWorkCheck(StoredWork stored) {
    this.stored = stored;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    stored.measure();
    return findings(stored.seen());
  }

  static List<Finding> findings(StoredWork.Seen seen) {
    if (!seen.database()) {
      return List.of(
          Finding.fail(
              NAME,
              "It is not known what waits: the database did not answer.",
              "Bring the database back.",
              "docs/runbooks/WatchbillDatabaseDown.md"));
    }
    List<Finding> findings = new ArrayList<>();
    if (seen.oldestUnsent() > LATE) {
      findings.add(
          Finding.fail(
              NAME,
              "An event has waited for %.0f s to be sent to a peer service."
                  .formatted(seen.oldestUnsent()),
              "See which peer service does not take it.",
              "docs/runbooks/WatchbillEventsUnsent.md"));
    }
    if (seen.parked() > 0) {
      findings.add(
          Finding.warn(
              NAME,
              "Parked events: %d, which a peer service did not understand."
                  .formatted(seen.parked()),
              "List them at /v1/parked-events, then retry or drop each.",
              "docs/runbooks/WatchbillEventsParked.md"));
    }
    if (seen.timersLate() > LATE) {
      findings.add(
          Finding.fail(
              NAME,
              "A timer is %.0f s late.".formatted(seen.timersLate()),
              "See which one fails again and again, in the service's log.",
              "docs/runbooks/WatchbillTimersLate.md"));
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(NAME, "No event is parked, and none and no timer is late."))
        : findings;
  }
}
