package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Somebody acknowledges a round, at an instant. */
record Acknowledgement(Actor by, Instant at, int round) {

  NewEntry entry() {
    return new NewEntry(
        Kind.ACKNOWLEDGED,
        at,
        by,
        "acknowledged by " + by + " (" + by.channel() + ")",
        Map.of("round", Integer.toString(round)));
  }

  /** The timeline is never edited: an entry corrects a recorded breach that proves to be none. */
  Optional<NewEntry> correctionOf(SlaClock clock) {
    return clock.breachRecorded() && at.isBefore(clock.due())
        ? Optional.of(
            NewEntry.of(
                Kind.ACKNOWLEDGEMENT_MET,
                at,
                by,
                "acknowledged in time after all: the acknowledgement arrived late"))
        : Optional.empty();
  }
}
