package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * The instants of a round from which the steps of a policy are counted.
 *
 * @param triggered when the round began
 * @param acknowledged when a person acknowledged in this round
 * @param lastUpdate when a person last did or said something; the trigger until then
 * @param severityChange when the present severity was set; the trigger until then
 */
public record Anchors(
    Instant triggered, Optional<Instant> acknowledged, Instant lastUpdate, Instant severityChange) {

  static Anchors of(Instant triggered) {
    return new Anchors(triggered, Optional.empty(), triggered, triggered);
  }

  Anchors withAcknowledged(Instant at) {
    return new Anchors(triggered, Optional.of(at), later(lastUpdate, at), severityChange);
  }

  Anchors withUpdate(Instant at) {
    return new Anchors(triggered, acknowledged, later(lastUpdate, at), severityChange);
  }

  Anchors withSeverityChange(Instant at) {
    return new Anchors(triggered, acknowledged, lastUpdate, at);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
