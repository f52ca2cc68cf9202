package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.channel.ParallelCalls;
import io.watchbill.escalation.delivery.ClaimRepository.Claims;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.delivery.Destination;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final UUID LEASE = new UUID(0, 1);

  private final InFlight sending = new InFlight(new ParallelCalls(8, 4));

  @Test
  void deliveriesOfOneClaimCountEachAndAreRenewedEach() {
    Claimed first = claimed(new UUID(1, 1), LEASE);
    Claimed second = claimed(new UUID(1, 2), LEASE);

    sending.claimed(new Claims(List.of(first, second), false), List.of());

    assertThat(sending.free()).isEqualTo(6);
    assertThat(sending.all()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void theEndOfOneLeavesTheOthersOfItsClaim() {
    Claimed first = claimed(new UUID(1, 1), LEASE);
    Claimed second = claimed(new UUID(1, 2), LEASE);
    sending.claimed(new Claims(List.of(first, second), false), List.of());

    sending.end(first);

    assertThat(sending.all()).containsExactly(second);
  }

  @Test
  void aDeliveryThatCameAgainOutlivesItsFirstClaim() {
    Claimed lost = claimed(new UUID(1, 1), LEASE);
    Claimed again = claimed(new UUID(1, 1), new UUID(0, 2));
    sending.claimed(new Claims(List.of(lost), false), List.of());
    sending.claimed(new Claims(List.of(again), false), List.of());

    sending.end(lost);

    assertThat(sending.all()).containsExactly(again);
  }

  @Test
  void aProviderIsBusyWhenAWholeShareMoreWouldBeTooMuch() {
    claim(2, false, List.of());
    assertThat(sending.busy()).isEmpty();

    claim(1, false, List.of());

    assertThat(sending.busy()).containsExactly("provider");
  }

  @Test
  void aClaimThatLeftSomeBehindIsFollowedByAnotherWhileThereIsRoom() {
    assertThat(claim(sending.share(), true, List.of())).isTrue();
    assertThat(claim(sending.share(), true, List.of())).isFalse();
  }

  @Test
  void aClaimOfWhichOthersTookSomeIsFollowedByAnotherToo() {
    assertThat(claim(1, true, List.of())).isTrue();
    assertThat(sending.hasMore()).isTrue();
  }

  @Test
  void aClaimThatLeftNothingBehindIsFollowedByNone() {
    assertThat(claim(sending.share(), false, List.of())).isFalse();
    assertThat(sending.mayHaveMore("provider")).isFalse();
    assertThat(sending.hasMore()).isFalse();
  }

  @Test
  void moreIsClaimedOnceHalfOfTheCallsHaveEnded() {
    claim(2, true, List.of());
    claim(2, true, List.of());
    assertThat(sending.mayHaveMore("provider")).isFalse();

    sending.end(sending.all().getFirst());
    assertThat(sending.mayHaveMore("provider")).isFalse();
    sending.end(sending.all().getFirst());

    assertThat(sending.mayHaveMore("provider")).isTrue();
  }

  @Test
  void aClaimRemembersThatABusyProviderHasMore() {
    claim(2, true, List.of());
    claim(2, true, List.of());

    claim(0, false, List.of("provider"));
    sending.all().forEach(sending::end);

    assertThat(sending.mayHaveMore("provider")).isTrue();
  }

  private boolean claim(int count, boolean more, List<String> busy) {
    List<Claimed> claimed =
        Stream.generate(() -> claimed(UUID.randomUUID(), LEASE)).limit(count).toList();
    return sending.claimed(new Claims(claimed, more), busy);
  }

  private static Claimed claimed(UUID id, UUID lease) {
    return new Claimed(
        new DeliveryRef(id, "webhook", 1, false, null),
        lease,
        new Destination("webhook", "https://example.org", null, "provider"),
        null,
        null,
        null,
        null);
  }
}
