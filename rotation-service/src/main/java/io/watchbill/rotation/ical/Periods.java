package io.watchbill.rotation.ical;

import io.watchbill.rotation.ical.RecurrenceRule.Frequency;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;

/**
 * The periods of a recurrence rule, numbered from that of its start: years, months, weeks, days or
 * shorter, as many at a time as the interval says; and the occurrences within each.
 */
final class Periods {
  private static final int LAST_YEAR = 9999;

  private final RecurrenceRule rule;
  private final LocalDateTime base;
  private final ChronoUnit unit;
  private final DayFilter days;
  private final Steps steps;
  private final LocalDateTime start;

  Periods(RecurrenceRule rule, LocalDateTime start, Steps steps) {
    this.rule = rule;
    this.start = start;
    this.steps = steps;
    this.days = new DayFilter(rule, start.toLocalDate());
    this.unit =
        switch (rule.frequency()) {
          case SECONDLY -> ChronoUnit.SECONDS;
          case MINUTELY -> ChronoUnit.MINUTES;
          case HOURLY -> ChronoUnit.HOURS;
          case DAILY -> ChronoUnit.DAYS;
          case WEEKLY -> ChronoUnit.WEEKS;
          case MONTHLY -> ChronoUnit.MONTHS;
          case YEARLY -> ChronoUnit.YEARS;
        };
    LocalDate day = start.toLocalDate();
    this.base =
        switch (rule.frequency()) {
          case SECONDLY, MINUTELY, HOURLY -> start;
          case DAILY -> day.atStartOfDay();
          case WEEKLY ->
              day.with(TemporalAdjusters.previousOrSame(rule.weekStart())).atStartOfDay();
          case MONTHLY -> day.withDayOfMonth(1).atStartOfDay();
          case YEARLY -> day.withDayOfYear(1).atStartOfDay();
        };
  }

  /** Returns whether a rule without BY parts recurs once in every period. */
  boolean everyPeriodHasOne() {
    return switch (rule.frequency()) {
      case SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY -> true;
      case MONTHLY -> start.getDayOfMonth() <= 28;
      case YEARLY -> start.getMonthValue() != 2 || start.getDayOfMonth() != 29;
    };
  }

  /** Returns a period that begins shortly before the local time, or the first one. */
  long before(LocalDateTime local) {
    return local.isAfter(base) ? Math.max(0, unit.between(base, local) / rule.interval() - 1) : 0;
  }

  boolean beginsBefore(long period, LocalDateTime end) {
    long units = period * rule.interval();
    return units <= unit.between(base, end) && begin(period).isBefore(end);
  }

  long next(long period) {
    if (!rule.frequency().finerThanDay()) {
      return period + 1;
    }
    LocalDateTime time = begin(period);
    if (!days.matches(time.toLocalDate())) {
      return Math.max(period + 1, firstFrom(time.truncatedTo(ChronoUnit.DAYS).plusDays(1)));
    }
    if (!fits(rule.by().times().hours(), time.getHour())) {
      return Math.max(period + 1, firstFrom(time.truncatedTo(ChronoUnit.HOURS).plusHours(1)));
    }
    return period + 1;
  }

  private long firstFrom(LocalDateTime time) {
    long units = unit.between(base, time);
    return Math.ceilDiv(units, rule.interval());
  }

  private LocalDateTime begin(long period) {
    return base.plus(period * rule.interval(), unit);
  }

  /**
   * Returns the occurrences of a period in order; in the first period they may lie before the
   * start.
   */
  List<LocalDateTime> occurrences(long period) {
    LocalDateTime begin = begin(period);
    TreeSet<LocalDateTime> all = new TreeSet<>();
    if (rule.frequency().finerThanDay()) {
      if (days.matches(begin.toLocalDate())) {
        times(begin, all);
      }
    } else {
      LocalDate end = begin.toLocalDate().plus(1, unit);
      for (LocalDate day = begin.toLocalDate();
          day.isBefore(end) && day.getYear() <= LAST_YEAR;
          day = day.plusDays(1)) {
        if (days.matches(day)) {
          times(day.atTime(start.toLocalTime()), all);
        }
      }
      takeForDays();
    }
    return rule.positions(all);
  }

  private void takeForDays() {
    int months = rule.frequency() == Frequency.YEARLY ? 12 : 1;
    for (int i = 0; i < months; i++) {
      steps.take();
    }
  }

  /** Adds the times of a day, an hour or a minute: parts finer than the frequency multiply. */
  private void times(LocalDateTime of, TreeSet<LocalDateTime> all) {
    Frequency frequency = rule.frequency();
    for (int hour : values(rule.by().times().hours(), of.getHour(), frequency, Frequency.HOURLY)) {
      for (int minute :
          values(rule.by().times().minutes(), of.getMinute(), frequency, Frequency.MINUTELY)) {
        for (int second :
            values(rule.by().times().seconds(), of.getSecond(), frequency, Frequency.SECONDLY)) {
          steps.take();
          all.add(of.toLocalDate().atTime(LocalTime.of(hour, minute, Math.min(second, 59))));
        }
      }
    }
  }

  private static List<Integer> values(
      TreeSet<Integer> wanted, int own, Frequency frequency, Frequency finest) {
    if (wanted.isEmpty()) {
      return List.of(own);
    }
    boolean expands = frequency.compareTo(finest) > 0;
    return expands ? List.copyOf(wanted) : wanted.contains(own) ? List.of(own) : List.of();
  }

  private static boolean fits(TreeSet<Integer> wanted, int value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
