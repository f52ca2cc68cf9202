package io.watchbill.rotation.calendar;

import static io.watchbill.rotation.calendar.Calendars.CHICAGO;
import static io.watchbill.rotation.calendar.Calendars.add;
import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.beside;
import static io.watchbill.rotation.calendar.Calendars.calendar;
import static io.watchbill.rotation.calendar.Calendars.every;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.following;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.lines;
import static io.watchbill.rotation.calendar.Calendars.overridden;
import static io.watchbill.rotation.calendar.Calendars.peopleOn;
import static io.watchbill.rotation.calendar.Calendars.remove;
import static io.watchbill.rotation.calendar.Calendars.replace;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.shift.Shift;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Overrides: one person replaces another. */
class ReplacementTest {

  private static final String FROM = "2026-06-01T08:30-05:00";
  private static final String TO = "2026-06-01T08:45-05:00";

  private final Version daily =
      first(role("primary", layer("main", every(1, DAY, "2026-06-01T08:00", CHICAGO), "a b c")));

  private final Instant inside = at("2026-06-01T08:40-05:00");

  @Test
  void aReplacementCutsAShiftInThree() {
    RotationCalendar calendar = overridden(daily, replace("o1", "primary", "a", "z", FROM, TO));

    FinalShifts shifts = calendar.shifts(span("2026-06-01T08:00-05:00", "2026-06-02T08:00-05:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly(
            "2026-06-01T08:00-05:00 a", "2026-06-01T08:30-05:00 z", "2026-06-01T08:45-05:00 a");
    assertThat(shifts.shifts())
        .extracting(shift -> shift.id().toString())
        .containsExactly(
            "security/primary/main/1/0",
            "security/primary/main/1/0/o1",
            "security/primary/main/1/0");
    assertThat(shifts.shifts().get(1).reason().text()).isEqualTo("z for a: dentist");
  }

  @Test
  void aReplacementOfSomebodyElseChangesNothing() {
    RotationCalendar calendar = overridden(daily, replace("o1", "primary", "b", "z", FROM, TO));

    assertThat(calendar.shifts(span("2026-06-01T08:00-05:00", "2026-06-02T08:00-05:00")))
        .isEqualTo(
            calendar(daily).shifts(span("2026-06-01T08:00-05:00", "2026-06-02T08:00-05:00")));
  }

  @Test
  void aReplacementOfEverybodyOnCallSpansShifts() {
    RotationCalendar calendar =
        overridden(
            daily,
            replace(
                "o1", "primary", null, "z", "2026-06-01T20:00-05:00", "2026-06-03T20:00-05:00"));

    FinalShifts shifts = calendar.shifts(span("2026-06-01T08:00-05:00", "2026-06-04T08:00-05:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly(
            "2026-06-01T08:00-05:00 a",
            "2026-06-01T20:00-05:00 z",
            "2026-06-02T08:00-05:00 z",
            "2026-06-03T08:00-05:00 z",
            "2026-06-03T20:00-05:00 c");
  }

  @Test
  void replacementsDoNotChain() {
    RotationCalendar calendar =
        overridden(
            daily,
            replace("o1", "primary", "a", "b", FROM, TO),
            replace("o2", "primary", "b", "c", FROM, TO));

    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("b");
  }

  @Test
  void whereTwoMeetTheLaterOneHolds() {
    RotationCalendar calendar =
        overridden(
            daily,
            replace("o1", "primary", "a", "y", FROM, "2026-06-01T09:00-05:00"),
            replace("o2", "primary", "a", "z", FROM, TO));

    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("z");
    assertThat(peopleOn(calendar, "primary", at(TO))).containsExactly("y");
  }

  @Test
  void ofAGroupOnlyTheOneWhoIsRelievedLeaves() {
    Version groups =
        first(role("primary", layer("main", every(1, DAY, "2026-06-01T08:00", CHICAGO), "a+b c")));

    RotationCalendar calendar = overridden(groups, replace("o1", "primary", "a", "z", FROM, TO));

    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("z", "b");
  }

  @Test
  void thePersonOnCallUntilAnOverrideIsSaidToEndThere() {
    RotationCalendar calendar = overridden(daily, replace("o1", "primary", "a", "z", FROM, TO));

    Shift shift = calendar.onCall("primary", at("2026-06-01T08:10-05:00")).getFirst();

    assertThat(shift.span().end()).isEqualTo(at(FROM));
    assertThat(calendar.next("primary", at("2026-06-01T08:10-05:00")))
        .map(Calendars::people)
        .contains("z");
  }

  @Test
  void aRemovalLeavesAHole() {
    RotationCalendar calendar = overridden(daily, remove("o1", "primary", "a", FROM, TO));

    FinalShifts shifts = calendar.shifts(span("2026-06-01T08:00-05:00", "2026-06-02T08:00-05:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly("2026-06-01T08:00-05:00 a", "2026-06-01T08:45-05:00 a");
    assertThat(shifts.gaps()).containsExactly(new Gap("primary", span(FROM, TO)));
  }

  @Test
  void inARemovalOfTheFollowerNobodyMovesUp() {
    Version pair =
        first(
            role("primary", layer("main", every(1, DAY, "2026-06-01T08:00", CHICAGO), "a b c")),
            following("secondary", "primary", 1));

    RotationCalendar calendar = overridden(pair, remove("o1", "secondary", null, FROM, TO));

    assertThat(peopleOn(calendar, "secondary", inside)).isEmpty();
    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("a");
  }

  @Test
  void ofAGroupTheOthersStayWhenOneIsRemoved() {
    Version groups =
        first(role("primary", layer("main", every(1, DAY, "2026-06-01T08:00", CHICAGO), "a+b c")));

    RotationCalendar calendar = overridden(groups, remove("o1", "primary", "a", FROM, TO));

    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("b");
  }

  @Test
  void anAddedPersonIsOnCallTooAndSplitsNothing() {
    RotationCalendar calendar = beside(daily, add("o1", "primary", "z", FROM, TO));

    FinalShifts shifts = calendar.shifts(span("2026-06-01T08:00-05:00", "2026-06-02T08:00-05:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly("2026-06-01T08:00-05:00 a", "2026-06-01T08:30-05:00 z");
    assertThat(shifts.shifts())
        .extracting(shift -> shift.id().toString())
        .containsExactly("security/primary/main/1/0", "security/primary/added/0/0/o1");
    assertThat(shifts.shifts().get(1).reason().text()).isEqualTo("z beside: big day");
    assertThat(calendar.next("primary", at("2026-06-01T08:10-05:00")))
        .map(Calendars::people)
        .contains("z");
  }

  @Test
  void anAddedPersonFillsAGap() {
    Version later =
        first(role("primary", layer("main", every(1, DAY, "2026-06-02T08:00", CHICAGO), "a b")));

    RotationCalendar calendar = beside(later, add("o1", "primary", "z", FROM, TO));

    assertThat(calendar.shifts(span(FROM, TO)).gaps()).isEmpty();
    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("z");
  }

  @Test
  void theFollowerMovesOnWhenTheyAreAddedAbove() {
    Version pair =
        first(
            role("primary", layer("main", every(1, DAY, "2026-06-01T08:00", CHICAGO), "a b c")),
            following("secondary", "primary", 1));

    RotationCalendar calendar = beside(pair, add("o1", "primary", "b", FROM, TO));

    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("a", "b");
    assertThat(peopleOn(calendar, "secondary", inside)).containsExactly("c");
  }

  @Test
  void twoMayChangePlaces() {
    Version pair =
        first(
            role("primary", layer("main", every(1, DAY, "2026-06-01T08:00", CHICAGO), "a b c")),
            following("secondary", "primary", 1));

    RotationCalendar calendar =
        overridden(
            pair,
            replace("o1", "primary", "a", "b", FROM, TO),
            replace("o2", "secondary", "b", "a", FROM, TO));

    assertThat(peopleOn(calendar, "primary", inside)).containsExactly("b");
    assertThat(peopleOn(calendar, "secondary", inside)).containsExactly("a");
  }
}
