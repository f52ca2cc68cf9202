package io.watchbill.escalation.testing;

import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.delivery.Destination;
import io.watchbill.escalation.delivery.RoundBranch;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.time.Instant;
import java.util.UUID;

/** A delivery to Alice as a claim returns it; the database need not have it. */
public final class ClaimedDelivery {
  private ClaimedDelivery() {}

  public static Claimed of(UUID incident, UUID delivery, UUID lease, Instant now) {
    var page =
        new DeliveryRef.PageOf(
            UUID.randomUUID(),
            new RoundBranch(incident, 1, Branch.MAIN),
            Purpose.MAIN,
            PageTarget.person("alice"),
            "primary",
            null,
            "on call");
    return new Claimed(
        new DeliveryRef(delivery, "terminal", 1, false, page),
        lease,
        new Destination("terminal", "", null, "terminal"),
        now,
        now,
        IncidentSnapshot.unreadable(incident, 1, now),
        null);
  }
}
