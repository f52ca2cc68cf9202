package io.watchbill.rotation.fairness;

import io.watchbill.rotation.calendar.time.Span;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What of a person's life counts beside the shift.
 *
 * @param zone where they live
 * @param holidays those of their working hours
 * @param absences by start; they may overlap
 */
record Life(ZoneId zone, List<Span> holidays, List<Span> absences) {

  /** Of somebody of whom nothing is known. */
  static final Life UNKNOWN = new Life(ZoneOffset.UTC, List.of(), List.of());
}
