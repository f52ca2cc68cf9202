package io.watchbill.rotation.calendar;

import static io.watchbill.rotation.calendar.Calendars.CHICAGO;
import static io.watchbill.rotation.calendar.Calendars.LOS_ANGELES;
import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.calendar;
import static io.watchbill.rotation.calendar.Calendars.every;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.lines;
import static io.watchbill.rotation.calendar.Calendars.peopleOn;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.Calendars.standing;
import static io.watchbill.rotation.calendar.Calendars.weekly;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.DAY;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.HOUR;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Cadence;
import io.watchbill.rotation.calendar.time.Grid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When turns begin and end, and whose they are. */
class CadenceTest {

  private static RotationCalendar of(Grid grid, String turns) {
    return calendar(first(role("primary", layer("main", grid, turns))));
  }

  @ParameterizedTest(name = "every {0} {1}s")
  @CsvSource({"1, DAY", "24, HOUR"})
  void aDailyHandoverInTheDoubledHourIsAtItsFirstOccurrence(int every, Cadence.Unit unit) {
    RotationCalendar daily = of(every(every, unit, "2020-10-30T01:30", CHICAGO), "a b c");

    FinalShifts shifts = daily.shifts(span("2020-10-30T01:30-05:00", "2020-11-03T01:30-06:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly(
            "2020-10-30T01:30-05:00 a",
            "2020-10-31T01:30-05:00 b",
            "2020-11-01T01:30-05:00 c",
            "2020-11-02T01:30-06:00 a");
  }

  @Test
  void hourlyTurnsSkipTheHourThatDoesNotExist() {
    RotationCalendar hourly = of(every(1, HOUR, "2020-03-08T00:30", CHICAGO), "a b c d e");

    FinalShifts shifts = hourly.shifts(span("2020-03-08T00:30-06:00", "2020-03-08T05:30-05:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly(
            "2020-03-08T00:30-06:00 a",
            "2020-03-08T01:30-06:00 b",
            "2020-03-08T03:00-05:00 c",
            "2020-03-08T03:30-05:00 d",
            "2020-03-08T04:30-05:00 e");
  }

  @Test
  void hourlyTurnsFollowAChangeOfHalfAnHour() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    RotationCalendar hourly = of(every(1, HOUR, "2021-04-04T00:30", lordHowe), "a b c");

    FinalShifts shifts = hourly.shifts(span("2021-04-04T00:30+11:00", "2021-04-04T03:30+10:30"));

    assertThat(lines(shifts.shifts(), lordHowe))
        .containsExactly(
            "2021-04-04T00:30+11:00 a", "2021-04-04T01:30+11:00 b", "2021-04-04T02:30+10:30 c");
  }

  @Test
  void theBoundaryBelongsToTheNewShift() {
    RotationCalendar weekly = of(weekly("2026-01-05T09:00", LOS_ANGELES), "alice bob");

    assertThat(peopleOn(weekly, "primary", at("2026-01-12T08:59:59.999999-08:00")))
        .containsExactly("alice");
    assertThat(peopleOn(weekly, "primary", at("2026-01-12T09:00-08:00"))).containsExactly("bob");
  }

  @Test
  void beforeItsStartNobodyIsOnCallAndThatIsAGap() {
    RotationCalendar weekly = of(weekly("2026-01-05T09:00", LOS_ANGELES), "alice bob");

    FinalShifts shifts = weekly.shifts(span("2026-01-04T09:00-08:00", "2026-01-06T09:00-08:00"));

    assertThat(shifts.gaps())
        .containsExactly(
            new Gap("primary", span("2026-01-04T09:00-08:00", "2026-01-05T09:00-08:00")));
    assertThat(lines(shifts.shifts(), LOS_ANGELES)).containsExactly("2026-01-05T09:00-08:00 alice");
  }

  @Test
  void aWeekOverTheChangeOfTheClocksIsAnHourLonger() {
    RotationCalendar weekly = of(weekly("2024-10-01T00:00", CHICAGO), "a b c");

    FinalShifts shifts = weekly.shifts(span("2024-10-29T05:00Z", "2024-11-05T07:00Z"));

    assertThat(shifts.shifts())
        .first()
        .extracting(Shift::span)
        .isEqualTo(span("2024-10-29T05:00Z", "2024-11-05T06:00Z"));
  }

  @Test
  void theNightShiftKeepsItsLocalHoursOverTheWeekendOfTheChange() {
    ZoneId newYork = ZoneId.of("America/New_York");
    RotationCalendar weekly = of(weekly("2026-03-02T08:00", newYork), "a b");

    assertThat(peopleOn(weekly, "primary", at("2026-03-06T20:30-05:00"))).containsExactly("a");
    assertThat(peopleOn(weekly, "primary", at("2026-03-09T07:30-04:00"))).containsExactly("a");
    assertThat(peopleOn(weekly, "primary", at("2026-03-09T08:30-04:00"))).containsExactly("b");
  }

  @Test
  void aMonthlyHandoverOnThe31stIsOnTheLastDayOfAShorterMonth() {
    RotationCalendar monthly = of(every(1, MONTH, "2026-01-31T09:00", CHICAGO), "a b c d");

    FinalShifts shifts = monthly.shifts(span("2026-01-31T09:00-06:00", "2026-05-01T00:00-05:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly(
            "2026-01-31T09:00-06:00 a",
            "2026-02-28T09:00-06:00 b",
            "2026-03-31T09:00-05:00 c",
            "2026-04-30T09:00-05:00 d");
  }

  @Test
  void theDayThatApiaLeftOutIsNobodysTurn() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    RotationCalendar daily = of(every(1, DAY, "2011-12-29T00:00", apia), "a b c");

    FinalShifts shifts = daily.shifts(span("2011-12-29T00:00-10:00", "2012-01-01T00:00+14:00"));

    assertThat(lines(shifts.shifts(), apia))
        .containsExactly("2011-12-29T00:00-10:00 a", "2011-12-31T00:00+14:00 c");
    assertThat(shifts.gaps()).isEmpty();
  }

  @Test
  void aStandingRoleIsHeldForever() {
    RotationCalendar standing = of(standing(), "carol");

    List<Shift> onCall = standing.onCall(at("1999-01-01T00:00Z"));

    assertThat(onCall).singleElement().extracting(s -> s.span().end()).isEqualTo(Instant.MAX);
    assertThat(standing.next("primary", at("1999-01-01T00:00Z"))).isEmpty();
  }

  @Test
  void aGroupSharesATurn() {
    RotationCalendar weekly = of(weekly("2026-01-05T09:00", LOS_ANGELES), "alice+bob charlie");

    assertThat(peopleOn(weekly, "primary", at("2026-01-05T09:00-08:00")))
        .containsExactly("alice", "bob");
  }

  @Test
  void layersOfARoleAreOnCallTogether() {
    RotationCalendar calendar =
        calendar(
            first(
                role(
                    "primary",
                    layer("weekly", weekly("2026-01-05T09:00", LOS_ANGELES), "alice bob"),
                    layer("standing", standing(), "carol"))));

    assertThat(peopleOn(calendar, "primary", at("2026-01-05T09:00-08:00")))
        .containsExactly("alice", "carol");
  }

  @Test
  void nextIsTheFirstShiftWithANewFace() {
    RotationCalendar weekly = of(weekly("2026-01-05T09:00", LOS_ANGELES), "alice alice bob");

    Shift next = weekly.next("primary", at("2026-01-06T00:00-08:00")).orElseThrow();

    assertThat(next.people()).containsExactly("bob");
    assertThat(next.span().start()).isEqualTo(at("2026-01-19T09:00-08:00"));
  }

  @Test
  void nextBeforeTheStartIsTheFirstTurn() {
    RotationCalendar weekly = of(weekly("2026-01-05T09:00", LOS_ANGELES), "alice bob");

    assertThat(weekly.next("primary", at("2025-01-01T00:00Z")))
        .map(Calendars::people)
        .contains("alice");
  }

  @Test
  void aShiftSaysWhichTurnItIsAndWhy() {
    RotationCalendar weekly = of(weekly("2026-01-05T09:00", LOS_ANGELES), "alice bob");

    Shift shift = weekly.onCall("primary", at("2026-01-13T00:00-08:00")).getFirst();

    assertThat(shift.id()).hasToString("security/primary/main/1/1");
    assertThat(shift.reason().text()).isEqualTo("turn 1 of main");
  }

  @Test
  void aCadenceOfNothingIsRefused() {
    assertThatThrownBy(() -> new Cadence(0, DAY)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cadence(-1, DAY)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLayerWithoutTurnsIsRefused() {
    assertThatThrownBy(() -> new Layer("main", standing(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Layer("main", standing(), List.of(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
