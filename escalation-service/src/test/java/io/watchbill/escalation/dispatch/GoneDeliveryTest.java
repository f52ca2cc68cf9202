package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.delivery.Destination;
import io.watchbill.escalation.delivery.RoundBranch;
import io.watchbill.escalation.delivery.SendDecision;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.testing.ServiceTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A delivery that was claimed and is deleted before its call. */
@QuarkusTest
class GoneDeliveryTest extends ServiceTest {
  @Inject LastLook look;

  @Test
  void itIsNobodysAndTheOthersOfItsClaimAreSent() {
    Claimed gone = claimed();

    LastLook.Check check = look.at(List.of(gone)).get(gone.id());

    assertThat(check.wanted()).isEqualTo(new SendDecision.Lost());
  }

  private static DeliveryRef.PageOf page(UUID incident) {
    return new DeliveryRef.PageOf(
        UUID.randomUUID(),
        new RoundBranch(incident, 1, Branch.MAIN),
        Purpose.MAIN,
        PageTarget.person("alice"),
        "primary",
        null,
        "on call");
  }

  private Claimed claimed() {
    UUID incident = UUID.randomUUID();
    Instant now = time.now();
    return new Claimed(
        new DeliveryRef(UUID.randomUUID(), "terminal", 1, false, page(incident)),
        UUID.randomUUID(),
        new Destination("terminal", "", null, "terminal"),
        now,
        now,
        IncidentSnapshot.unreadable(incident, 1, now));
  }
}
