package io.watchbill.rotation.workingtime;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import io.watchbill.rotation.calendar.work.BusinessTime;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The hours of a person, team or rotation, their own or inherited.
 *
 * @param zone the time zone in which days are counted
 * @param parts when each applies, in order; empty hours are all hours
 */
record WorkingHours(ZoneId zone, List<Part> parts) {

  /** Hours that apply for a time. */
  record Part(Span span, Optional<WorkingWeek> hours) {}

  /** Returns the same hours for all time. */
  static WorkingHours ever(ZoneId zone, Optional<WorkingWeek> hours) {
    return new WorkingHours(
        hours.map(WorkingWeek::zone).orElse(zone), List.of(new Part(Span.EVER, hours)));
  }

  /** Returns whether no hours are configured. */
  boolean always() {
    return parts.stream().allMatch(part -> part.hours().isEmpty());
  }

  List<Span> within(Span range) {
    return Spans.union(
        parts.stream()
            .flatMap(
                part ->
                    part.span().within(range).stream()
                        .flatMap(
                            s -> part.hours().map(h -> h.within(s)).orElse(List.of(s)).stream())));
  }

  BusinessTime businessTime() {
    return new BusinessTime(zone, this::within);
  }
}
