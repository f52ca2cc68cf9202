package io.watchbill.rotation.coverage;

import static java.util.Objects.requireNonNull;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.Collection;

/**
 * A finding that the lead was notified of.
 *
 * @param place what the problem is, and with whom or where
 * @param span how long it lasts, as far as known
 */
record NotifiedFinding(String place, Span span) {
  /** Findings that reach the end of the checked range may last forever. */
  private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

  static NotifiedFinding of(CoverageFinding finding, Span looked) {
    return new NotifiedFinding(
        place(finding),
        new Span(finding.from(), finding.to().equals(looked.end()) ? FOR_EVER : finding.to()));
  }

  /** Returns a key that is the same for all stretches of the same problem. */
  static String place(CoverageFinding finding) {
    return finding.kind() == CoverageFinding.Kind.GAP
        ? requireNonNull(finding.role())
        : finding.kind().wire() + " " + finding.text();
  }

  /** Returns whether the lead has been notified of a finding already. */
  static boolean holds(Collection<NotifiedFinding> notified, CoverageFinding finding) {
    return notified.stream()
        .filter(known -> known.place.equals(place(finding)))
        .anyMatch(
            known ->
                !known.span.start().isAfter(finding.from())
                    && !known.span.end().isBefore(finding.to()));
  }
}
