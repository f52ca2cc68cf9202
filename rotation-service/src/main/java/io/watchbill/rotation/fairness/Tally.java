package io.watchbill.rotation.fairness;

import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Counts each person's hours: pure functions of shifts. A day begins at midnight on the person's
 * wall clock, so a weekend with a DST change has 47 or 49 hours.
 */
final class Tally {
  private static final LocalTime NIGHTFALL = LocalTime.of(22, 0);
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private Tally() {}

  /**
   * Returns the share of each person.
   *
   * @param range the range to which the shifts were cut
   * @param actual the final shifts
   * @param scheduled the shifts without overrides
   * @param life returns what is known of a person
   */
  static List<Share> of(
      Span range, List<Shift> actual, List<Shift> scheduled, Function<String, Life> life) {
    Map<String, List<Span>> is = Presence.of(actual);
    Map<String, List<Span>> was = Presence.of(scheduled);
    Set<String> people = new TreeSet<>(is.keySet());
    people.addAll(was.keySet());
    return people.stream()
        .map(
            person ->
                share(
                    person,
                    (int) actual.stream().filter(s -> s.people().contains(person)).count(),
                    is.getOrDefault(person, List.of()),
                    was.getOrDefault(person, List.of()),
                    life.apply(person),
                    range))
        .toList();
  }

  private static Share share(
      String person, int shifts, List<Span> actual, List<Span> scheduled, Life life, Span range) {
    Duration both = sum(Spans.intersection(actual, scheduled));
    Duration whole = sum(actual);
    ZoneId zone = life.zone();
    List<Span> absences = Spans.union(life.absences().stream());
    return new Share(
        person,
        shifts,
        whole.toHours(),
        actual.stream().map(s -> weekend(s, zone)).reduce(Duration.ZERO, Duration::plus).toHours(),
        actual.stream().map(s -> night(s, zone)).reduce(Duration.ZERO, Duration::plus).toHours(),
        sum(Spans.intersection(actual, life.holidays())).toHours(),
        sum(Spans.intersection(absences, List.of(range))).toHours(),
        whole.minus(both).toHours(),
        sum(scheduled).minus(both).toHours());
  }

  private static Duration weekend(Span span, ZoneId zone) {
    Duration sum = Duration.ZERO;
    for (LocalDate day = day(span.start(), zone);
        !day.isAfter(day(span.end(), zone));
        day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        sum =
            sum.plus(
                common(
                    span, at(day, LocalTime.MIN, zone), at(day.plusDays(1), LocalTime.MIN, zone)));
      }
    }
    return sum;
  }

  private static Duration night(Span span, ZoneId zone) {
    Duration sum = Duration.ZERO;
    for (LocalDate day = day(span.start(), zone).minusDays(1);
        !day.isAfter(day(span.end(), zone));
        day = day.plusDays(1)) {
      sum = sum.plus(common(span, at(day, NIGHTFALL, zone), at(day.plusDays(1), MORNING, zone)));
    }
    return sum;
  }

  private static Duration common(Span span, Instant start, Instant end) {
    return start.isBefore(end)
        ? span.within(new Span(start, end)).map(Tally::length).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static LocalDate day(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  static Duration sum(List<Span> spans) {
    return spans.stream().map(Tally::length).reduce(Duration.ZERO, Duration::plus);
  }

  static Duration length(Span span) {
    return Duration.between(span.start(), span.end());
  }
}
