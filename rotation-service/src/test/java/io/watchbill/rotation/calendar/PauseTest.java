package io.watchbill.rotation.calendar;

import static io.watchbill.rotation.calendar.Calendars.LOS_ANGELES;
import static io.watchbill.rotation.calendar.Calendars.calendar;
import static io.watchbill.rotation.calendar.Calendars.following;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.lines;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.Calendars.standing;
import static io.watchbill.rotation.calendar.Calendars.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Pause;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People who take turns only for a time. */
class PauseTest {

  private static final Span FIVE_WEEKS = span("2026-01-05T09:00-08:00", "2026-02-09T09:00-08:00");

  private static Role primary(String turns) {
    return role("primary", layer("weekly", weekly("2026-01-05T09:00", LOS_ANGELES), turns));
  }

  private static Pause pause(String person, String from, String until) {
    return new Pause(
        person,
        Optional.ofNullable(from).map(LocalDate::parse),
        Optional.ofNullable(until).map(LocalDate::parse));
  }

  private static Version paused(int number, Instant from, List<Role> roles, Pause... pauses) {
    return new Version(number, from, LOS_ANGELES, roles, List.of(pauses), Optional.empty(), false);
  }

  private static RotationCalendar of(String turns, Pause... pauses) {
    return calendar(paused(1, Instant.MIN, List.of(primary(turns)), pauses));
  }

  @Test
  void theOthersTakeTheTurnsOfWhoPauses() {
    RotationCalendar calendar = of("a b c", pause("b", "2026-01-08", "2026-02-01"));

    assertThat(lines(calendar.shifts(FIVE_WEEKS).shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-05T09:00-08:00 a",
            "2026-01-12T09:00-08:00 c",
            "2026-01-19T09:00-08:00 a",
            "2026-01-26T09:00-08:00 c",
            "2026-02-02T09:00-08:00 a");
  }

  @Test
  void aPersonWhoJoinsTakesTurnsFromTheNextHandoverAndMovesNobodyOnCall() {
    RotationCalendar calendar = of("a b c", pause("b", null, "2026-01-08"));

    assertThat(lines(calendar.shifts(FIVE_WEEKS).shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-05T09:00-08:00 a",
            "2026-01-12T09:00-08:00 b",
            "2026-01-19T09:00-08:00 c",
            "2026-01-26T09:00-08:00 a",
            "2026-02-02T09:00-08:00 b");
  }

  @Test
  void aPersonWhoLeavesDuringATurnHandsOverToTheNextAtMidnight() {
    RotationCalendar calendar = of("a b c", pause("b", "2026-01-15", null));

    assertThat(lines(calendar.shifts(FIVE_WEEKS).shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-05T09:00-08:00 a",
            "2026-01-12T09:00-08:00 b",
            "2026-01-15T00:00-08:00 c",
            "2026-01-19T09:00-08:00 a",
            "2026-01-26T09:00-08:00 c",
            "2026-02-02T09:00-08:00 a");
  }

  @Test
  void theRestOfAGroupKeepsTheTurn() {
    RotationCalendar calendar = of("a+b c", pause("b", "2026-01-07", "2026-01-25"));

    assertThat(lines(calendar.shifts(FIVE_WEEKS).shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-05T09:00-08:00 a+b",
            "2026-01-07T00:00-08:00 a",
            "2026-01-12T09:00-08:00 c",
            "2026-01-19T09:00-08:00 a",
            "2026-01-26T09:00-08:00 c",
            "2026-02-02T09:00-08:00 a+b");
  }

  @Test
  void whenAllPauseThereIsAGap() {
    RotationCalendar calendar =
        of("a b", pause("a", "2026-01-12", "2026-01-26"), pause("b", "2026-01-12", "2026-01-26"));

    FinalShifts shifts = calendar.shifts(FIVE_WEEKS);

    assertThat(shifts.gaps())
        .containsExactly(
            new Gap("primary", span("2026-01-12T00:00-08:00", "2026-01-26T00:00-08:00")));
  }

  @Test
  void aPersonWhoPausesIsNoSecondary() {
    RotationCalendar calendar =
        calendar(
            paused(
                1,
                Instant.MIN,
                List.of(primary("a b c"), following("secondary", "primary", 1)),
                pause("b", "2026-01-08", null)));

    assertThat(lines(calendar.shifts(FIVE_WEEKS, "secondary").shifts(), LOS_ANGELES))
        .startsWith(
            "2026-01-05T09:00-08:00 b",
            "2026-01-08T00:00-08:00 c",
            "2026-01-12T09:00-08:00 a",
            "2026-01-19T09:00-08:00 c");
  }

  @Test
  void aStandingRoleIsVacantWhileItsHolderPauses() {
    RotationCalendar calendar =
        calendar(
            paused(
                1,
                Instant.MIN,
                List.of(role("lead", layer("standing", standing(), "carol"))),
                pause("carol", "2026-01-08", "2026-01-10")));

    assertThat(calendar.shifts(FIVE_WEEKS).gaps())
        .extracting(Gap::span)
        .containsExactly(span("2026-01-08T00:00Z", "2026-01-10T00:00Z"));
  }

  @Test
  void aVersionThatLeavesALayerAsItWasKeepsTheNamesOfItsShiftsThroughPauses() {
    Pause pause = pause("b", "2026-01-20", "2026-01-28");
    List<Role> roles = List.of(primary("a b c"), following("secondary", "primary", 1));
    RotationCalendar before = calendar(paused(1, Instant.MIN, roles, pause));

    RotationCalendar after =
        calendar(
            paused(1, Instant.MIN, roles, pause),
            paused(2, Calendars.at("2026-01-13T00:00-08:00"), roles, pause));

    assertThat(after.shifts(FIVE_WEEKS).shifts()).isEqualTo(before.shifts(FIVE_WEEKS).shifts());
  }
}
