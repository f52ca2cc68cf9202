package io.watchbill.escalation.delivery;

import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this process may send while its lease lasts. Its attempt is committed.
 *
 * @param lease token of the claim
 * @param giveUpAt after this instant a failed attempt is the last
 * @param traceparent continues the trace of what began the round; null if that was no part of one
 */
public record Claimed(
    DeliveryRef ref,
    UUID lease,
    Destination to,
    Instant due,
    Instant giveUpAt,
    IncidentSnapshot snapshot,
    @Nullable String traceparent) {

  public UUID id() {
    return ref.id();
  }

  public String kind() {
    return ref.kind();
  }

  /** Returns the number of this attempt, from 1. */
  public int attempt() {
    return ref.attempts();
  }

  public String provider() {
    return to.provider();
  }

  public DeliveryRef.PageOf page() {
    return ref.page();
  }

  public UUID incident() {
    return page().branch().incident();
  }
}
