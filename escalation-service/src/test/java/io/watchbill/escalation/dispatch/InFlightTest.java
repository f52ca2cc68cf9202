package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.delivery.Claimed;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final UUID LEASE = new UUID(0, 1);

  private final InFlight sending = new InFlight();

  @Test
  void deliveriesOfOneClaimCountEachAndAreRenewedEach() {
    Claimed first = claimed(new UUID(1, 1), LEASE);
    Claimed second = claimed(new UUID(1, 2), LEASE);

    sending.begin(first);
    sending.begin(second);

    assertThat(sending.count()).isEqualTo(2);
    assertThat(sending.all()).containsExactlyInAnyOrder(first, second);
    assertThat(sending.busy(2)).containsExactly("provider");
  }

  @Test
  void theEndOfOneLeavesTheOthersOfItsClaim() {
    Claimed first = claimed(new UUID(1, 1), LEASE);
    Claimed second = claimed(new UUID(1, 2), LEASE);
    sending.begin(first);
    sending.begin(second);

    sending.end(first);

    assertThat(sending.all()).containsExactly(second);
  }

  @Test
  void aDeliveryThatCameAgainOutlivesItsFirstClaim() {
    Claimed lost = claimed(new UUID(1, 1), LEASE);
    Claimed again = claimed(new UUID(1, 1), new UUID(0, 2));
    sending.begin(lost);
    sending.begin(again);

    sending.end(lost);

    assertThat(sending.all()).containsExactly(again);
  }

  private static Claimed claimed(UUID id, UUID lease) {
    return new Claimed(
        id,
        lease,
        1,
        false,
        "webhook",
        "https://example.org",
        null,
        "provider",
        null,
        null,
        null,
        null);
  }
}
