package io.watchbill.rotation.ical;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * When something recurs (RRULE; RFC 5545, 3.3.10), in its time zone.
 *
 * @param until the last instant, or the last local time; empty for never
 * @param count how often in all; empty for no limit
 */
record RecurrenceRule(
    Frequency frequency,
    long interval,
    Optional<String> until,
    Optional<Long> count,
    DayOfWeek weekStart,
    ByRules by) {

  /** The unit of a rule. */
  enum Frequency {
    SECONDLY,
    MINUTELY,
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY;

    boolean finerThanDay() {
      return compareTo(DAILY) < 0;
    }
  }

  /** Compares a local time of the event with an instant. */
  interface Clock {
    int compare(LocalDateTime local, Instant instant);
  }

  private static final Set<String> KNOWN =
      Set.of(
          "FREQ",
          "INTERVAL",
          "UNTIL",
          "COUNT",
          "WKST",
          "BYSECOND",
          "BYMINUTE",
          "BYHOUR",
          "BYDAY",
          "BYMONTHDAY",
          "BYYEARDAY",
          "BYWEEKNO",
          "BYMONTH",
          "BYSETPOS");

  /**
   * Parses a rule.
   *
   * @throws Unreadable when a part is wrong or unknown
   */
  static RecurrenceRule read(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.toUpperCase(Locale.ROOT).split(";")) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals).strip();
      if (!part.isBlank()
          && (!KNOWN.contains(name)
              || parts.put(name, part.substring(equals + 1).strip()) != null)) {
        throw new Unreadable("the rule '" + text + "' is not understood");
      }
    }
    try {
      return read(parts);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("the rule '" + text + "' is not understood");
    }
  }

  private static RecurrenceRule read(Map<String, String> parts) {
    Optional<String> until = Optional.ofNullable(parts.get("UNTIL"));
    until.ifPresent(LocalTimes::dateTime);
    Frequency frequency = Frequency.valueOf(parts.getOrDefault("FREQ", ""));
    ByRules by = ByRules.read(parts);
    by.check(frequency);
    return new RecurrenceRule(
        frequency,
        positive(parts.getOrDefault("INTERVAL", "1")),
        until,
        Optional.ofNullable(parts.get("COUNT")).map(RecurrenceRule::positive),
        ByRules.day(parts.getOrDefault("WKST", "MO")),
        by);
  }

  private static long positive(String text) {
    long number = Long.parseLong(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return Math.min(number, 1_000_000_000_000L);
  }

  /**
   * Passes on the occurrences in order, from about one local time until about another.
   *
   * @param from occurrences before it may be skipped
   * @param end occurrences after it may be skipped
   * @param clock knows the time zone of the start
   */
  void expand(
      LocalDateTime start,
      LocalDateTime from,
      LocalDateTime end,
      Steps steps,
      Clock clock,
      Consumer<LocalDateTime> consumer) {
    Periods periods = new Periods(this, start, steps);
    boolean simple = by.isEmpty() && periods.everyPeriodHasOne();
    long first = count.isPresent() && !simple ? 0 : periods.before(from);
    long number = simple ? first : 0;
    for (long period = first; periods.beginsBefore(period, end); period = periods.next(period)) {
      steps.take();
      for (LocalDateTime local : periods.occurrences(period)) {
        if (local.isBefore(start)) {
          continue;
        }
        number++;
        boolean over = count.isPresent() && number > count.get();
        if (over || isAfterUntil(local, clock)) {
          return;
        }
        steps.take();
        consumer.accept(local);
      }
    }
  }

  private boolean isAfterUntil(LocalDateTime local, Clock clock) {
    if (until.isEmpty()) {
      return false;
    }
    String last = until.get();
    if (LocalTimes.isDate(last)) {
      return local.toLocalDate().isAfter(LocalTimes.date(last));
    }
    LocalDateTime lastTime = LocalTimes.dateTime(last);
    return LocalTimes.isUtc(last)
        ? clock.compare(local, lastTime.toInstant(java.time.ZoneOffset.UTC)) > 0
        : local.isAfter(lastTime);
  }

  /** Returns the BYSETPOS positions among the occurrences of one period. */
  List<LocalDateTime> positions(TreeSet<LocalDateTime> all) {
    if (by.positions().isEmpty()) {
      return List.copyOf(all);
    }
    List<LocalDateTime> ordered = List.copyOf(all);
    return by.positions().stream()
        .map(position -> position > 0 ? position - 1 : ordered.size() + position)
        .filter(index -> index >= 0 && index < ordered.size())
        .distinct()
        .sorted()
        .flatMap(index -> Stream.of(ordered.get(index)))
        .toList();
  }
}
