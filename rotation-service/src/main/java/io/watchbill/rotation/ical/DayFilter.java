package io.watchbill.rotation.ical;

import io.watchbill.rotation.ical.ByRules.WeekDay;
import io.watchbill.rotation.ical.RecurrenceRule.Frequency;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Set;

/**
 * The days on which a rule recurs. Whatever the rule does not say comes from its first day (RFC
 * 5545, 3.3.10): the month and day of a year, the day of a month, the day of a week.
 */
final class DayFilter {
  private final ByRules by;
  private final Set<Integer> months;
  private final Set<Integer> monthDays;
  private final List<WeekDay> weekDays;
  private final boolean countsInMonth;
  private final WeekFields week;

  DayFilter(RecurrenceRule rule, LocalDate first) {
    this.by = rule.by();
    Frequency frequency = rule.frequency();
    boolean none = by.choosesNoDay();
    boolean yearly = frequency == Frequency.YEARLY;
    this.months =
        yearly && none && by.months().isEmpty() ? Set.of(first.getMonthValue()) : by.months();
    this.monthDays =
        none && (yearly || frequency == Frequency.MONTHLY)
            ? Set.of(first.getDayOfMonth())
            : by.days().ofMonth();
    this.weekDays = weekDays(frequency, first.getDayOfWeek());
    this.countsInMonth = frequency == Frequency.MONTHLY || !by.months().isEmpty();
    this.week = WeekFields.of(rule.weekStart(), 4);
  }

  private List<WeekDay> weekDays(Frequency frequency, DayOfWeek first) {
    boolean onlyWeeks =
        !by.days().inWeeks().isEmpty()
            && by.days().ofMonth().isEmpty()
            && by.days().ofYear().isEmpty();
    boolean implied = by.days().ofWeek().isEmpty() && (frequency == Frequency.WEEKLY || onlyWeeks);
    return implied ? List.of(new WeekDay(0, first)) : by.days().ofWeek();
  }

  boolean matches(LocalDate day) {
    return (months.isEmpty() || months.contains(day.getMonthValue()))
        && (monthDays.isEmpty() || has(monthDays, day.getDayOfMonth(), day.lengthOfMonth()))
        && (by.days().ofYear().isEmpty()
            || has(by.days().ofYear(), day.getDayOfYear(), day.lengthOfYear()))
        && (by.days().inWeeks().isEmpty() || hasWeek(day))
        && (weekDays.isEmpty() || weekDays.stream().anyMatch(wanted -> is(day, wanted)));
  }

  private static boolean has(Set<Integer> wanted, int number, int length) {
    return wanted.contains(number) || wanted.contains(number - length - 1);
  }

  private boolean hasWeek(LocalDate day) {
    int number = day.get(week.weekOfWeekBasedYear());
    int last = (int) day.range(week.weekOfWeekBasedYear()).getMaximum();
    return has(by.days().inWeeks(), number, last);
  }

  private boolean is(LocalDate day, WeekDay wanted) {
    if (day.getDayOfWeek() != wanted.day()) {
      return false;
    }
    int place = countsInMonth ? day.getDayOfMonth() : day.getDayOfYear();
    int length = countsInMonth ? day.lengthOfMonth() : day.lengthOfYear();
    return wanted.number() == 0
        || (place - 1) / 7 + 1 == wanted.number()
        || -((length - place) / 7 + 1) == wanted.number();
  }
}
