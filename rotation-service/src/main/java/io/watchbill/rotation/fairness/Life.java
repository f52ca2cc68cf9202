package io.watchbill.rotation.fairness;

import io.watchbill.rotation.calendar.time.Span;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Facts of a person's life besides their shifts.
 *
 * @param zone where they live
 * @param holidays the holidays of their working hours
 * @param absences by start; they may overlap
 */
record Life(ZoneId zone, List<Span> holidays, List<Span> absences) {

  /** Somebody about whom nothing is known. */
  static final Life UNKNOWN = new Life(ZoneOffset.UTC, List.of(), List.of());
}
