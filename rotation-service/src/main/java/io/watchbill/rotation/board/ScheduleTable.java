package io.watchbill.rotation.board;

import io.quarkus.qute.TemplateData;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.shift.GapView;
import io.watchbill.rotation.shift.ShiftView;
import io.watchbill.rotation.shift.Shifts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The final shifts of a rotation as a table: a row for each person, a column for each day of a
 * zone. A shift over midnight stands in both days.
 *
 * @param uncovered when nobody is on call, by days; as many as there are days
 */
public record ScheduleTable(List<Day> days, List<Row> rows, List<List<Part>> uncovered) {

  /**
   * A day.
   *
   * @param name as people read it: {@code Tue 1 Dec}
   * @param holidays the names of those that the schedule goes by
   */
  public record Day(LocalDate date, String name, boolean today, List<String> holidays) {}

  /**
   * The shifts of a person, by days.
   *
   * @param name of the person
   * @param absences when they are away
   */
  public record Row(String person, String name, List<List<Part>> cells, List<Boolean> absences) {

    /** Returns whether the person is away at some time of a day. */
    public boolean isAbsent(int day) {
      return absences.get(day);
    }
  }

  /**
   * What lies in a day of a shift or gap.
   *
   * @param hours {@code 09:00–17:00}, or empty for the whole day
   * @param start when the whole shift begins, on the wall clock
   * @param end when it ends
   * @param now whether it lasts now; shown in today's part only
   */
  public record Part(
      String role,
      String hours,
      String reason,
      LocalDateTime start,
      LocalDateTime end,
      boolean now) {}

  /** From when until when something holds. */
  record Stretch(String role, Instant start, Instant end, String reason) {}

  /**
   * Returns the table of a range.
   *
   * @param names of people by their ids
   * @param today where the caller is
   */
  public static ScheduleTable of(
      Shifts shifts, Map<String, String> names, Range range, Locale language, LocalDate today) {
    return of(shifts, names, range, language, today, DayMarks.none());
  }

  static ScheduleTable of(
      Shifts shifts,
      Map<String, String> names,
      Range range,
      Locale language,
      LocalDate today,
      DayMarks marks) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE d MMM", language);
    List<Day> days =
        range.days().stream()
            .map(
                date ->
                    new Day(
                        date,
                        format.format(date),
                        date.equals(today),
                        marks.holidays().getOrDefault(date, List.of())))
            .toList();
    Map<String, List<List<Part>>> people = new TreeMap<>();
    for (ShiftView shift : shifts.shifts()) {
      for (String person : shift.people()) {
        List<List<Part>> cells = people.computeIfAbsent(person, id -> range.empty());
        range.fill(
            cells,
            new Stretch(shift.role(), shift.start(), shift.end(), shift.reason()),
            marks.now(),
            part -> part);
      }
    }
    List<List<Part>> uncovered = range.empty();
    shifts.gaps().stream()
        .filter(gap -> !gap.byDesign())
        .sorted(Comparator.comparing(GapView::start))
        .map(gap -> new Stretch(gap.role(), gap.start(), gap.end(), ""))
        .forEach(gap -> range.fill(uncovered, gap, marks.now(), part -> part));
    return new ScheduleTable(
        days,
        people.entrySet().stream()
            .map(
                one ->
                    new Row(
                        one.getKey(),
                        names.getOrDefault(one.getKey(), one.getKey()),
                        one.getValue(),
                        range.touched(marks.absencesOf(one.getKey()))))
            .sorted(Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER))
            .toList(),
        uncovered);
  }

  /** Returns whether nobody is on call at some time. */
  public boolean hasGaps() {
    return uncovered.stream().anyMatch(parts -> !parts.isEmpty());
  }

  /**
   * The days that a table shows.
   *
   * @param from the first
   */
  @TemplateData
  public record Range(LocalDate from, int count, ZoneId zone) {
    private static final DateTimeFormatter HOURS =
        DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Returns the days. */
    public List<LocalDate> days() {
      return from.datesUntil(from.plusDays(count)).toList();
    }

    Instant start() {
      return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
      return from.plusDays(count).atStartOfDay(zone).toInstant();
    }

    private List<Boolean> touched(List<Span> spans) {
      return days().stream()
          .map(day -> spans.stream().anyMatch(span -> span.within(span(day)).isPresent()))
          .toList();
    }

    private Span span(LocalDate day) {
      return new Span(
          day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Returns cells with nothing in them. */
    <T> List<List<T>> empty() {
      List<List<T>> cells = new ArrayList<>();
      days().forEach(day -> cells.add(new ArrayList<>()));
      return cells;
    }

    /** Puts the parts of a stretch into the days in which they lie. */
    <T> void fill(List<List<T>> cells, Stretch stretch, Instant now, Function<Part, T> shown) {
      Instant start = stretch.start();
      Instant end = stretch.end();
      for (int day = 0; day < count; day++) {
        Instant dawn = from.plusDays(day).atStartOfDay(zone).toInstant();
        Instant dusk = from.plusDays(day + 1L).atStartOfDay(zone).toInstant();
        if (start.isBefore(dusk) && end.isAfter(dawn)) {
          boolean whole = !start.isAfter(dawn) && !end.isBefore(dusk);
          String begins = start.isAfter(dawn) ? hour(start) : "00:00";
          String ends = end.isBefore(dusk) ? hour(end) : "24:00";
          Objects.requireNonNull(cells.get(day))
              .add(
                  shown.apply(
                      new Part(
                          stretch.role(),
                          whole ? "" : begins + "–" + ends,
                          stretch.reason(),
                          LocalDateTime.ofInstant(start, zone),
                          LocalDateTime.ofInstant(end, zone),
                          !now.isBefore(start)
                              && now.isBefore(end)
                              && !now.isBefore(dawn)
                              && now.isBefore(dusk))));
        }
      }
    }

    private String hour(Instant instant) {
      return HOURS.format(instant.atZone(zone));
    }
  }
}
