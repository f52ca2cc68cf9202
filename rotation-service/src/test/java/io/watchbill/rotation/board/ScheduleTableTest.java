package io.watchbill.rotation.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.board.ScheduleTable.Part;
import io.watchbill.rotation.board.ScheduleTable.Range;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.shift.GapView;
import io.watchbill.rotation.shift.ShiftView;
import io.watchbill.rotation.shift.Shifts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People by days, on the wall clock of a zone. */
class ScheduleTableTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static ShiftView shift(String person, String start, String end) {
    return new ShiftView(
        "id",
        "primary",
        "weekly",
        List.of(person),
        Instant.parse(start),
        Instant.parse(end),
        "turn 1");
  }

  private static ScheduleTable table(Range range, ShiftView... shifts) {
    return ScheduleTable.of(
        new Shifts(List.of(shifts), List.of()),
        Map.of("ann", "Ann"),
        range,
        Locale.ENGLISH,
        LocalDate.of(2026, 12, 1));
  }

  private static List<String> hours(ScheduleTable.Row row) {
    return row.cells().stream()
        .map(parts -> String.join(" ", parts.stream().map(Part::hours).toList()))
        .toList();
  }

  @Test
  void aShiftOverMidnightStandsInBothDaysAndAWholeDayHasNoHours() {
    Range range = new Range(LocalDate.of(2026, 11, 30), 4, BERLIN);

    ScheduleTable table =
        table(range, shift("ann", "2026-11-30T08:00:00Z", "2026-12-02T08:00:00Z"));

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().getFirst().name()).isEqualTo("Ann");
    assertThat(table.rows().getFirst().cells().get(1)).hasSize(1);
    assertThat(hours(table.rows().getFirst()))
        .containsExactly("09:00–24:00", "", "00:00–09:00", "");
    assertThat(table.days().stream().filter(ScheduleTable.Day::today))
        .extracting(ScheduleTable.Day::name)
        .containsExactly("Tue 1 Dec");
  }

  @Test
  void aShiftThatEndsAtMidnightIsNotInTheNextDay() {
    Range range = new Range(LocalDate.of(2026, 11, 30), 2, BERLIN);

    ScheduleTable table =
        table(range, shift("bob", "2026-11-30T10:00:00Z", "2026-11-30T23:00:00Z"));

    assertThat(hours(table.rows().getFirst())).containsExactly("11:00–24:00", "");
    assertThat(table.rows().getFirst().cells().get(1)).isEmpty();
  }

  @Test
  void daysAreThoseOfTheZoneAlsoWhenClocksChange() {
    Range range = new Range(LocalDate.of(2026, 10, 25), 1, BERLIN);

    ScheduleTable table =
        table(range, shift("ann", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));

    assertThat(range.start()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(range.end()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    assertThat(hours(table.rows().getFirst())).containsExactly("");
  }

  @Test
  void theShiftOfNowIsMarkedWithHolidaysAndAbsences() {
    Range range = new Range(LocalDate.of(2026, 11, 30), 3, BERLIN);
    Instant noon = Instant.parse("2026-12-01T11:00:00Z");
    Span away = new Span(noon, Instant.parse("2026-12-01T23:00:00Z"));

    ScheduleTable table =
        ScheduleTable.of(
            new Shifts(
                List.of(shift("ann", "2026-11-30T08:00:00Z", "2026-12-02T08:00:00Z")), List.of()),
            Map.of(),
            range,
            Locale.ENGLISH,
            LocalDate.of(2026, 12, 1),
            new DayMarks(
                noon,
                Map.of(LocalDate.of(2026, 12, 2), List.of("Founding Day")),
                Map.of("ann", List.of(away))));

    assertThat(table.days())
        .extracting(ScheduleTable.Day::holidays)
        .containsExactly(List.of(), List.of(), List.of("Founding Day"));
    assertThat(table.rows().getFirst().absences()).containsExactly(false, true, false);
    assertThat(table.rows().getFirst().cells().stream().map(day -> day.getFirst().now()))
        .containsExactly(false, true, false);
  }

  @Test
  void gapsAreARowOfTheirOwnExceptThoseByDesign() {
    Range range = new Range(LocalDate.of(2026, 11, 30), 1, BERLIN);
    Instant start = Instant.parse("2026-11-30T08:00:00Z");
    Instant end = Instant.parse("2026-11-30T10:00:00Z");

    ScheduleTable table =
        ScheduleTable.of(
            new Shifts(
                List.of(),
                List.of(
                    new GapView("primary", start, end, false),
                    new GapView("lead", start, end, true))),
            Map.of(),
            range,
            Locale.ENGLISH,
            LocalDate.of(2026, 12, 1));

    assertThat(table.hasGaps()).isTrue();
    assertThat(table.uncovered().getFirst())
        .extracting(Part::role, Part::hours)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("primary", "09:00–11:00"));
  }
}
