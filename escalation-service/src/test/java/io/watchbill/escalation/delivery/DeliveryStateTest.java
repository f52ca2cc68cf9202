package io.watchbill.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The last look before a delivery is sent. */
class DeliveryStateTest {
  private static final Duration LEASE_LEFT = Duration.ofSeconds(5);
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private static DeliveryState standing(String acknowledgement, boolean whileOpen) {
    return new DeliveryState(
        NOW,
        LEASE_LEFT,
        1,
        whileOpen,
        1,
        false,
        null,
        acknowledgement,
        "alice",
        null,
        "bob",
        false);
  }

  @Test
  void whatNobodyAcknowledgedIsSent() {
    assertThat(standing(null, false).wanted()).isEqualTo(new SendDecision.Yes(NOW, LEASE_LEFT));
  }

  @Test
  void whatIsAcknowledgedIsDropped() {
    assertThat(standing("confirmed", false).wanted())
        .isEqualTo(new SendDecision.Drop("acknowledged by alice"));
  }

  @Test
  void whatWaitsForConfirmationIsHeld() {
    assertThat(standing("pending", false).wanted()).isInstanceOf(SendDecision.Hold.class);
  }

  @Test
  void aStepThatGoesOnWhileOpenIsSentAllTheSame() {
    assertThat(standing("confirmed", true).wanted())
        .isEqualTo(new SendDecision.Yes(NOW, LEASE_LEFT));
  }

  @Test
  void whatIsResolvedIsDroppedAlsoWhileOpen() {
    DeliveryState resolved =
        new DeliveryState(NOW, LEASE_LEFT, 1, true, 1, true, null, null, null, null, "bob", false);

    assertThat(resolved.wanted()).isEqualTo(new SendDecision.Drop("the incident is resolved"));
  }

  @Test
  void anOldRoundIsDropped() {
    DeliveryState old =
        new DeliveryState(
            NOW, LEASE_LEFT, 1, false, 2, false, null, null, null, null, "bob", false);

    assertThat(old.wanted()).isEqualTo(new SendDecision.Drop("round 2 has begun"));
  }

  @Test
  void aLeaseThatIsLostIsNotSent() {
    DeliveryState lost =
        new DeliveryState(
            NOW, Duration.ZERO, 1, false, 1, false, null, null, null, null, "bob", false);

    assertThat(lost.wanted()).isEqualTo(new SendDecision.Lost());
  }

  @Test
  void whatIsQueuedForAQuietIncidentIsDropped() {
    Instant until = NOW.plusSeconds(60);
    DeliveryState quiet =
        new DeliveryState(
            NOW, LEASE_LEFT, 1, false, 1, false, until, null, null, null, "bob", false);

    assertThat(quiet.wanted()).isEqualTo(new SendDecision.Drop("muted until " + until));
  }

  @Test
  void whatALaterMessageToTheSameAddressOvertookIsDropped() {
    DeliveryState overtaken =
        new DeliveryState(NOW, LEASE_LEFT, 1, false, 1, false, null, null, null, null, "bob", true);

    assertThat(overtaken.wanted())
        .isEqualTo(
            new SendDecision.Drop("overdue together with a later message to the same address"));
  }

  private static DeliveryState own(String acknowledgement, boolean whileOpen) {
    return new DeliveryState(
        NOW, LEASE_LEFT, 1, whileOpen, 1, false, null, null, null, acknowledgement, "bob", false);
  }

  @Test
  void whatTheOneWhoIsToldHasAcknowledgedIsDroppedAlsoWhileOpen() {
    assertThat(own("confirmed", true).wanted())
        .isEqualTo(new SendDecision.Drop("acknowledged by bob"));
  }

  @Test
  void whatTheOneWhoIsToldHasAcknowledgedIsHeldUntilItIsConfirmed() {
    assertThat(own("pending", false).wanted()).isInstanceOf(SendDecision.Hold.class);
  }
}
