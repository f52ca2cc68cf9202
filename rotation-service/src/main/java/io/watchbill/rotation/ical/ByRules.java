package io.watchbill.rotation.ical;

import io.watchbill.rotation.ical.RecurrenceRule.Frequency;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The BY parts of a recurrence rule; an empty one restricts nothing. */
record ByRules(
    TimeRules times, DayRules days, TreeSet<Integer> months, TreeSet<Integer> positions) {

  private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern WEEK_DAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  /**
   * A day of the week.
   *
   * @param number which one of the period, from its end when negative; 0 for all
   */
  record WeekDay(int number, DayOfWeek day) {}

  /** The parts that choose times of day. */
  record TimeRules(TreeSet<Integer> hours, TreeSet<Integer> minutes, TreeSet<Integer> seconds) {

    private boolean isEmpty() {
      return hours.isEmpty() && minutes.isEmpty() && seconds.isEmpty();
    }
  }

  /** The parts that choose days. */
  record DayRules(
      List<WeekDay> ofWeek,
      TreeSet<Integer> ofMonth,
      TreeSet<Integer> ofYear,
      TreeSet<Integer> inWeeks) {

    private boolean isEmpty() {
      return ofWeek.isEmpty() && ofMonth.isEmpty() && ofYear.isEmpty() && inWeeks.isEmpty();
    }
  }

  static ByRules read(Map<String, String> parts) {
    return new ByRules(
        new TimeRules(
            numbers(parts, "BYHOUR", 0, 23, false),
            numbers(parts, "BYMINUTE", 0, 59, false),
            numbers(parts, "BYSECOND", 0, 60, false)),
        new DayRules(
            weekDays(parts.get("BYDAY")),
            numbers(parts, "BYMONTHDAY", 1, 31, true),
            numbers(parts, "BYYEARDAY", 1, 366, true),
            numbers(parts, "BYWEEKNO", 1, 53, true)),
        numbers(parts, "BYMONTH", 1, 12, false),
        numbers(parts, "BYSETPOS", 1, 366, true));
  }

  /** Throws for combinations that RFC 5545 forbids, or does not define. */
  void check(Frequency frequency) {
    boolean numbered = days.ofWeek().stream().anyMatch(day -> day.number() != 0);
    boolean wrong =
        (!days.inWeeks().isEmpty() && frequency != Frequency.YEARLY)
            || (numbered && frequency != Frequency.YEARLY && frequency != Frequency.MONTHLY)
            || (numbered && !days.inWeeks().isEmpty())
            || (!days.ofMonth().isEmpty() && frequency == Frequency.WEEKLY)
            || (!days.ofYear().isEmpty()
                && !frequency.finerThanDay()
                && frequency != Frequency.YEARLY)
            || (!positions.isEmpty() && isEmptyButPositions());
    if (wrong) {
      throw new IllegalArgumentException("parts that do not go together");
    }
  }

  boolean isEmpty() {
    return positions.isEmpty() && isEmptyButPositions();
  }

  private boolean isEmptyButPositions() {
    return times.isEmpty() && choosesNoDay() && months.isEmpty();
  }

  /** Returns whether no part except the month chooses days. */
  boolean choosesNoDay() {
    return days.isEmpty();
  }

  static DayOfWeek day(String name) {
    int index = NAMES.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(name);
    }
    return DayOfWeek.of(index + 1);
  }

  private static List<WeekDay> weekDays(@Nullable String text) {
    List<WeekDay> days = new ArrayList<>();
    for (String part : text == null ? new String[0] : text.split(",", -1)) {
      Matcher matcher = WEEK_DAY.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(part);
      }
      String number = matcher.group(1);
      days.add(new WeekDay(number == null ? 0 : Integer.parseInt(number), day(matcher.group(2))));
    }
    return List.copyOf(days);
  }

  private static TreeSet<Integer> numbers(
      Map<String, String> parts, String name, int least, int most, boolean fromTheEnd) {
    TreeSet<Integer> numbers = new TreeSet<>();
    String text = parts.get(name);
    for (String part : text == null ? new String[0] : text.split(",", -1)) {
      int number = Integer.parseInt(part.strip());
      int size = fromTheEnd ? Math.abs(number) : number;
      if (size < least || size > most) {
        throw new IllegalArgumentException(part);
      }
      numbers.add(number);
    }
    return numbers;
  }
}
