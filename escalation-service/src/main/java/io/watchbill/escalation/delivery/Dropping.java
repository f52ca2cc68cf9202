package io.watchbill.escalation.delivery;

import io.watchbill.escalation.plan.Takeover;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Drops queued deliveries that have become needless, and says so: in the log of deliveries and in
 * the timeline.
 */
@ApplicationScoped
public class Dropping {
  private static final int NAMED = 10;

  private final DeliveryRepository deliveries;
  private final Timeline timeline;

  Dropping(DeliveryRepository deliveries, Timeline timeline) {
    this.deliveries = deliveries;
    this.timeline = timeline;
  }

  /** All of an incident. */
  public void incident(Tx tx, UUID incident, int round, String reason) {
    record(tx, incident, round, reason, deliveries.drop(tx, incident, reason));
  }

  /** Those of rounds that are over. */
  public void roundsBefore(Tx tx, UUID incident, int round) {
    String reason = "round " + round + " has begun";
    record(tx, incident, round, reason, deliveries.dropRoundsBefore(tx, incident, round, reason));
  }

  /** Those of an acknowledged branch that do not go on until the incident is resolved. */
  public void branch(Tx tx, UUID incident, int round, String branch, String reason) {
    record(tx, incident, round, reason, deliveries.dropBranch(tx, incident, round, branch, reason));
  }

  /** Those of people whose watch somebody took over. */
  public void watch(Tx tx, UUID incident, int round, String purpose, Takeover takeover) {
    String reason = takeover.reason();
    record(
        tx,
        incident,
        round,
        reason,
        deliveries.dropWatch(tx, incident, round, purpose, takeover, reason));
  }

  private void record(Tx tx, UUID incident, int round, String reason, List<Dropped> dropped) {
    if (dropped.isEmpty()) {
      return;
    }
    String more = dropped.size() > NAMED ? " and " + (dropped.size() - NAMED) + " more" : "";
    String whom =
        dropped.stream().limit(NAMED).map(Dropped::toString).collect(Collectors.joining(", "));
    timeline.record(
        tx,
        new Entry(
            incident,
            round,
            tx.now(),
            Entry.Kind.DELIVERY,
            "Not told any more, because " + reason + ": " + whom + more,
            Map.of("result", "dropped", "reason", reason, "deliveries", dropped.size())));
  }
}
