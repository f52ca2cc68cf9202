package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.SendDecision;
import io.watchbill.escalation.testing.ClaimedDelivery;
import io.watchbill.escalation.testing.ServiceTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A delivery that was claimed and is deleted before its call. */
@QuarkusTest
class GoneDeliveryTest extends ServiceTest {
  @Inject LastLook look;

  @Test
  void itIsNobodysAndTheOthersOfItsClaimAreSent() {
    Claimed gone =
        ClaimedDelivery.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), time.now());

    LastLook.Check check = look.at(List.of(gone)).get(gone.id());

    assertThat(check.wanted()).isEqualTo(new SendDecision.Lost());
  }
}
