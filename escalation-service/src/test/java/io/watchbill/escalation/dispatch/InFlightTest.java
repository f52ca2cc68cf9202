package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.delivery.Claimed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final UUID LEASE = new UUID(0, 1);

  private final InFlight sending = new InFlight(8, 4);

  @Test
  void deliveriesOfOneClaimCountEachAndAreRenewedEach() {
    Claimed first = claimed(new UUID(1, 1), LEASE);
    Claimed second = claimed(new UUID(1, 2), LEASE);

    sending.claimed(List.of(first, second), 8, List.of());

    assertThat(sending.free()).isEqualTo(6);
    assertThat(sending.all()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void theEndOfOneLeavesTheOthersOfItsClaim() {
    Claimed first = claimed(new UUID(1, 1), LEASE);
    Claimed second = claimed(new UUID(1, 2), LEASE);
    sending.claimed(List.of(first, second), 8, List.of());

    sending.end(first);

    assertThat(sending.all()).containsExactly(second);
  }

  @Test
  void aDeliveryThatCameAgainOutlivesItsFirstClaim() {
    Claimed lost = claimed(new UUID(1, 1), LEASE);
    Claimed again = claimed(new UUID(1, 1), new UUID(0, 2));
    sending.claimed(List.of(lost), 8, List.of());
    sending.claimed(List.of(again), 8, List.of());

    sending.end(lost);

    assertThat(sending.all()).containsExactly(again);
  }

  @Test
  void aProviderIsBusyWhenAWholeShareMoreWouldBeTooMuch() {
    claim(2, List.of());
    assertThat(sending.busy()).isEmpty();

    claim(1, List.of());

    assertThat(sending.busy()).containsExactly("provider");
  }

  @Test
  void aFullShareIsFollowedByAnotherClaimWhileThereIsRoom() {
    assertThat(claim(sending.share(), List.of())).isTrue();
    assertThat(claim(sending.share(), List.of())).isFalse();
  }

  @Test
  void aClaimThatLeftNothingBehindIsFollowedByNone() {
    assertThat(claim(1, List.of())).isFalse();
    assertThat(sending.mayHaveMore("provider")).isFalse();
  }

  @Test
  void whatWasLeftBehindIsClaimedWhenHalfOfTheCallsHaveEndedAndNotBefore() {
    claim(2, List.of());
    claim(2, List.of());
    assertThat(sending.mayHaveMore("provider")).isFalse();

    sending.end(sending.all().getFirst());
    assertThat(sending.mayHaveMore("provider")).isFalse();
    sending.end(sending.all().getFirst());

    assertThat(sending.mayHaveMore("provider")).isTrue();
  }

  @Test
  void aClaimWithoutABusyProviderDoesNotForgetWhatThatOneHasWaiting() {
    claim(2, List.of());
    claim(2, List.of());

    claim(0, List.of("provider"));
    sending.all().forEach(sending::end);

    assertThat(sending.mayHaveMore("provider")).isTrue();
  }

  private boolean claim(int count, List<String> busy) {
    List<Claimed> claimed =
        Stream.generate(() -> claimed(UUID.randomUUID(), LEASE)).limit(count).toList();
    return sending.claimed(claimed, sending.free(), busy);
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
