package io.watchbill.escalation.delivery;

import static io.watchbill.escalation.escalation.AcknowledgementState.CONFIRMED;
import static io.watchbill.escalation.escalation.AcknowledgementState.NONE;
import static io.watchbill.escalation.escalation.AcknowledgementState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.delivery.DeliveryState.Acknowledged;
import io.watchbill.escalation.escalation.AcknowledgementState;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The last check before a delivery is sent. */
class DeliveryStateTest {
  private static final Duration LEASE_LEFT = Duration.ofSeconds(5);
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private static DeliveryState state(
      DeliveryState.Incident incident, Acknowledged acknowledged, boolean whileOpen) {
    return new DeliveryState(
        NOW,
        LEASE_LEFT,
        new DeliveryState.Page(1, whileOpen, "bob"),
        incident,
        acknowledged,
        false);
  }

  private static DeliveryState.Incident open() {
    return new DeliveryState.Incident(1, false, null);
  }

  private static SendDecision byAlice(AcknowledgementState branch, boolean whileOpen) {
    return state(open(), new Acknowledged(branch, "alice", NONE), whileOpen).wanted();
  }

  private static SendDecision byBob(AcknowledgementState own, boolean whileOpen) {
    return state(open(), new Acknowledged(NONE, "", own), whileOpen).wanted();
  }

  private static SendDecision of(DeliveryState.Incident incident, boolean whileOpen) {
    return state(incident, Acknowledged.byNobody(), whileOpen).wanted();
  }

  @Test
  void anUnacknowledgedPageIsSent() {
    assertThat(of(open(), false)).isEqualTo(new SendDecision.Yes(NOW, LEASE_LEFT));
  }

  @Test
  void anAcknowledgedPageIsDropped() {
    assertThat(byAlice(CONFIRMED, false)).isEqualTo(new SendDecision.Drop("acknowledged by alice"));
  }

  @Test
  void aPendingAcknowledgementHolds() {
    assertThat(byAlice(PENDING, false))
        .isEqualTo(new SendDecision.Hold("the acknowledgement by alice is pending"));
  }

  @Test
  void aStepThatGoesOnWhileOpenIsSentAllTheSame() {
    assertThat(byAlice(CONFIRMED, true)).isEqualTo(new SendDecision.Yes(NOW, LEASE_LEFT));
  }

  @Test
  void aResolvedIncidentDropsStepsThatGoOnWhileOpenToo() {
    assertThat(of(new DeliveryState.Incident(1, true, null), true))
        .isEqualTo(new SendDecision.Drop("the incident is resolved"));
  }

  @Test
  void anOldRoundIsDropped() {
    assertThat(of(new DeliveryState.Incident(2, false, null), false))
        .isEqualTo(new SendDecision.Drop("round 2 has begun"));
  }

  @Test
  void withoutTheLeaseNothingIsSent() {
    DeliveryState lost =
        new DeliveryState(
            NOW,
            Duration.ZERO,
            new DeliveryState.Page(1, false, "bob"),
            open(),
            Acknowledged.byNobody(),
            false);

    assertThat(lost.wanted()).isEqualTo(new SendDecision.Lost());
  }

  @Test
  void aMutedIncidentDrops() {
    Instant until = NOW.plusSeconds(60);

    assertThat(of(new DeliveryState.Incident(1, false, until), false))
        .isEqualTo(new SendDecision.Drop(Wording.muted(until)));
  }

  @Test
  void aLaterMessageToTheSameAddressOvertakes() {
    DeliveryState overtaken =
        new DeliveryState(
            NOW,
            LEASE_LEFT,
            new DeliveryState.Page(1, false, "bob"),
            open(),
            Acknowledged.byNobody(),
            true);

    assertThat(overtaken.wanted())
        .isEqualTo(
            new SendDecision.Drop("overdue together with a later message to the same address"));
  }

  @Test
  void theTargetsOwnAcknowledgementDropsAlsoWhileOpen() {
    assertThat(byBob(CONFIRMED, true)).isEqualTo(new SendDecision.Drop("acknowledged by bob"));
  }

  @Test
  void theTargetsOwnAcknowledgementHoldsWhilePending() {
    assertThat(byBob(PENDING, false)).isInstanceOf(SendDecision.Hold.class);
  }
}
