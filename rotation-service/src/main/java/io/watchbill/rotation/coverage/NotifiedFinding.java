package io.watchbill.rotation.coverage;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.Collection;

/**
 * Something that the lead was told of.
 *
 * @param place what was wrong with whom or where
 * @param span for how long, as far as that was known
 */
record NotifiedFinding(String place, Span span) {
  /** What reaches the end of what was looked at may go on for ever. */
  private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

  static NotifiedFinding of(Finding finding, Span looked) {
    return new NotifiedFinding(
        place(finding),
        new Span(finding.from(), finding.to().equals(looked.end()) ? FOR_EVER : finding.to()));
  }

  /** The same for all stretches in which the same is wrong. */
  static String place(Finding finding) {
    return finding.kind() == Finding.Kind.GAP
        ? finding.role()
        : finding.kind().wire() + " " + finding.text();
  }

  /** Whether a finding says no more than the lead was told. */
  static boolean holds(Collection<NotifiedFinding> told, Finding finding) {
    return told.stream()
        .filter(known -> known.place.equals(place(finding)))
        .anyMatch(
            known ->
                !known.span.start().isAfter(finding.from())
                    && !known.span.end().isBefore(finding.to()));
  }
}
