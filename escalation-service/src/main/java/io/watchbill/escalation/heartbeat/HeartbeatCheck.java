package io.watchbill.escalation.heartbeat;

import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Looks whether somebody outside would notice that nobody is paged any more. */
@ApplicationScoped
class HeartbeatCheck implements Check {
  private static final String NAME = "heartbeat";
  private static final String PAGE = "docs/operating.md#watching-watchbill";

  /** Of heartbeats that were not accepted, one after the other. */
  private static final int MISSED = 3;

  private final Heartbeat heartbeat;
  private final HeartbeatSettings settings;
  private final PublicUrl publicUrl;

  HeartbeatCheck(Heartbeat heartbeat, HeartbeatSettings settings, PublicUrl publicUrl) {
    this.heartbeat = heartbeat;
    this.settings = settings;
    this.publicUrl = publicUrl;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(
        settings.url().isPresent()
            ? sent(heartbeat.age(), settings.every())
            : none(publicUrl.isOfThisMachine()));
  }

  static Finding none(boolean onThisMachine) {
    return onThisMachine
        ? Finding.ok(NAME, "No outside monitor is told that paging works: for trying, none has to.")
        : Finding.warn(
            NAME,
            "No outside monitor is told that paging works: nobody notices when it stops.",
            "Set watchbill.heartbeat.url to the URL of one.",
            PAGE);
  }

  static Finding sent(Duration age, Duration every) {
    return age.compareTo(every.multipliedBy(MISSED)) > 0
        ? Finding.fail(
            NAME,
            "The outside monitor has accepted no heartbeat for %d s.".formatted(age.toSeconds()),
            "Read what the log says of the heartbeat: the database, a loop, or the monitor.",
            PAGE)
        : Finding.ok(
            NAME,
            "The outside monitor accepted a heartbeat in the last %d s."
                .formatted(age.toSeconds() + 1));
  }
}
