package io.watchbill.rotation.calendar;

import static io.watchbill.rotation.calendar.Calendars.CHICAGO;
import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.calendar;
import static io.watchbill.rotation.calendar.Calendars.every;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.following;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.lines;
import static io.watchbill.rotation.calendar.Calendars.overridden;
import static io.watchbill.rotation.calendar.Calendars.peopleOn;
import static io.watchbill.rotation.calendar.Calendars.replace;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.Calendars.standing;
import static io.watchbill.rotation.calendar.Calendars.weekly;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.DAY;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.HOUR;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.CountedDays;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When layers are at work, and which of them wins. */
class LayersTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String WEEKDAYS = "mon tue wed thu fri";

  private static Layers on(String days, int every, String start, String turns) {
    LocalDateTime first = LocalDateTime.parse(start);
    return Layers.of(
            "main", new Grid.WorkedDays(first, CHICAGO, every, Layers.counted(days)), turns)
        .dayFrom(first.toLocalTime())
        .on(days);
  }

  private static RotationCalendar of(Layers... layers) {
    return calendar(
        first(role("primary", List.of(layers).stream().map(Layers::build).toArray(Layer[]::new))));
  }

  @Test
  void twoDaysEachCountedInWorkedDays() {
    RotationCalendar calendar = of(on(WEEKDAYS, 2, "2024-08-05T00:00", "a b c d"));

    assertThat(
            lines(
                calendar.shifts(span("2024-08-05T00:00-05:00", "2024-08-17T00:00-05:00")).shifts(),
                CHICAGO))
        .containsExactly(
            "2024-08-05T00:00-05:00 a",
            "2024-08-07T00:00-05:00 b",
            "2024-08-09T00:00-05:00 c",
            "2024-08-12T00:00-05:00 c",
            "2024-08-13T00:00-05:00 d",
            "2024-08-15T00:00-05:00 a");
  }

  @Test
  void aTurnOverTheWeekendIsOneShiftInTwoPieces() {
    RotationCalendar calendar = of(on(WEEKDAYS, 2, "2024-08-05T00:00", "a b c d"));

    FinalShifts shifts = calendar.shifts(span("2024-08-09T00:00-05:00", "2024-08-13T00:00-05:00"));

    assertThat(shifts.shifts())
        .extracting(shift -> shift.id().toString())
        .containsExactly("security/primary/main/1/2", "security/primary/main/1/2");
    assertThat(shifts.gaps())
        .containsExactly(
            new Gap("primary", span("2024-08-10T00:00-05:00", "2024-08-12T00:00-05:00")));
  }

  @Test
  void aDayEachOnFridaysOnlyFromAThursday() {
    RotationCalendar calendar = of(on("fri", 1, "2024-08-01T00:00", "a b c"));

    assertThat(
            lines(
                calendar.shifts(span("2024-08-01T00:00-05:00", "2024-08-20T00:00-05:00")).shifts(),
                CHICAGO))
        .containsExactly(
            "2024-08-02T00:00-05:00 a", "2024-08-09T00:00-05:00 b", "2024-08-16T00:00-05:00 c");
  }

  @Test
  void fivePeopleOnWeekdaysHaveTheirOwnDayOfTheWeekForEver() {
    RotationCalendar calendar = of(on(WEEKDAYS, 1, "2024-08-05T09:00", "a b c d e"));

    assertThat(peopleOn(calendar, "primary", at("2034-08-09T09:00-05:00"))).containsExactly("c");
    assertThat(peopleOn(calendar, "primary", at("2034-08-12T08:59-05:00"))).containsExactly("e");
    assertThat(peopleOn(calendar, "primary", at("2034-08-12T09:00-05:00"))).isEmpty();
  }

  @Test
  void aWeekFromMondayEightToSaturdayEightIsOneSpan() {
    RotationCalendar calendar =
        of(
            Layers.of("main", weekly("2024-08-05T08:00", CHICAGO), "a b")
                .restricted("mon 08:00", "sat 08:00"));

    assertThat(calendar.shifts(span("2024-08-05T00:00-05:00", "2024-08-19T00:00-05:00")).shifts())
        .extracting(Shift::span)
        .containsExactly(
            span("2024-08-05T08:00-05:00", "2024-08-10T08:00-05:00"),
            span("2024-08-12T08:00-05:00", "2024-08-17T08:00-05:00"));
  }

  @Test
  void daysOfWorkBeginAtTheTimeOfDayOfTheStart() {
    RotationCalendar calendar =
        of(
            Layers.of("main", weekly("2024-08-05T08:00", CHICAGO), "a b")
                .dayFrom(LocalDateTime.parse("2024-08-05T08:00").toLocalTime())
                .on(WEEKDAYS));

    assertThat(calendar.shifts(span("2024-08-05T00:00-05:00", "2024-08-12T00:00-05:00")).shifts())
        .extracting(Shift::span)
        .containsExactly(span("2024-08-05T08:00-05:00", "2024-08-10T08:00-05:00"));
  }

  @Test
  void aWeekendWindowKeepsItsLocalHoursOverTheChangeOfTheClocks() {
    RotationCalendar calendar =
        of(
            Layers.of("main", weekly("2026-03-02T08:00", NEW_YORK), "a b")
                .restricted("fri 20:00", "mon 08:00"));

    assertThat(peopleOn(calendar, "primary", at("2026-03-06T19:59-05:00"))).isEmpty();
    assertThat(peopleOn(calendar, "primary", at("2026-03-06T20:30-05:00"))).containsExactly("a");
    assertThat(peopleOn(calendar, "primary", at("2026-03-09T07:30-04:00"))).containsExactly("a");
    assertThat(peopleOn(calendar, "primary", at("2026-03-09T08:30-04:00"))).isEmpty();
  }

  @Test
  void onCallLastsUntilTheWindowEndsAndNextIsTheShiftAfterTheGap() {
    RotationCalendar calendar =
        of(
            Layers.of("main", weekly("2026-03-02T08:00", NEW_YORK), "a b")
                .restricted("fri 20:00", "mon 08:00"));

    assertThat(calendar.onCall("primary", at("2026-03-07T00:00-05:00")))
        .singleElement()
        .extracting(shift -> shift.span().end())
        .isEqualTo(at("2026-03-09T08:00-04:00"));
    assertThat(calendar.next("primary", at("2026-03-07T00:00-05:00")))
        .hasValueSatisfying(
            shift -> {
              assertThat(shift.people()).containsExactly("b");
              assertThat(shift.span())
                  .isEqualTo(span("2026-03-13T20:00-04:00", "2026-03-16T08:00-04:00"));
            });
    assertThat(calendar.next("primary", at("2026-03-10T00:00-04:00")))
        .map(Calendars::people)
        .contains("b");
  }

  @Test
  void aHigherPriorityWinsWhileItIsAtWorkAndEqualOnesAreOnCallTogether() {
    RotationCalendar calendar =
        of(
            Layers.of("a", daily("2024-08-05T10:00"), "A").restricted("mon 10:00", "mon 20:00"),
            Layers.of("b", daily("2024-08-05T12:00"), "B").restricted("mon 12:00", "mon 16:00"),
            Layers.of("c", daily("2024-08-05T15:00"), "C")
                .restricted("mon 15:00", "mon 18:00")
                .priority(1));

    FinalShifts shifts = calendar.shifts(span("2024-08-05T10:00-05:00", "2024-08-05T20:00-05:00"));

    assertThat(shifts.shifts())
        .extracting(shift -> shift.people().getFirst() + " " + hours(shift.span()))
        .containsExactly("A 10-15", "B 12-15", "C 15-18", "A 18-20");
    assertThat(shifts.gaps()).isEmpty();
  }

  private static Grid daily(String start) {
    return every(1, DAY, start, CHICAGO);
  }

  private static String hours(Span span) {
    return span.start().atZone(CHICAGO).getHour() + "-" + span.end().atZone(CHICAGO).getHour();
  }

  @Test
  void aHoleThatAnOverrideLeavesInAHigherLayerIsNotFilledFromALowerOne() {
    Layer low = layer("low", standing(), "alice");
    Layer high =
        Layers.of("high", daily("2024-08-05T08:00"), "bob")
            .restricted("mon 08:00", "mon 18:00")
            .priority(1)
            .build();
    RotationCalendar calendar =
        overridden(
            first(role("primary", low, high)),
            replace(
                "o1",
                "primary",
                "bob",
                "carol",
                "2024-08-05T10:00-05:00",
                "2024-08-05T11:00-05:00"));

    assertThat(peopleOn(calendar, "primary", at("2024-08-05T10:30-05:00")))
        .containsExactly("carol");
    assertThat(peopleOn(calendar, "primary", at("2024-08-05T18:00-05:00")))
        .containsExactly("alice");
    assertThat(calendar.onCall("primary", at("2024-08-04T10:30-05:00")))
        .singleElement()
        .extracting(shift -> shift.span().end())
        .isEqualTo(at("2024-08-05T08:00-05:00"));
  }

  @Test
  void threeLayersInThreeZonesFollowTheSun() {
    RotationCalendar calendar =
        of(
            sun("apac", "Asia/Tokyo", "yuki"),
            sun("emea", "Europe/Berlin", "anna"),
            sun("amer", "America/Los_Angeles", "bob"));

    assertThat(peopleOn(calendar, "primary", at("2026-06-01T09:00+09:00"))).contains("yuki");
    assertThat(peopleOn(calendar, "primary", at("2026-06-01T12:00+02:00"))).containsExactly("anna");
    assertThat(peopleOn(calendar, "primary", at("2026-06-01T12:00-07:00"))).containsExactly("bob");
  }

  private static Layers sun(String name, String zone, String turns) {
    Grid weekly = weekly("2026-01-05T08:00", ZoneId.of(zone));
    Layers layers = Layers.of(name, weekly, turns);
    for (String day : "mon tue wed thu fri sat sun".split(" ")) {
      layers = layers.restricted(day + " 08:00", day + " 17:00");
    }
    return layers;
  }

  @Test
  void aLayerEndsAtItsEnd() {
    RotationCalendar calendar =
        of(
            Layers.of("main", weekly("2026-01-05T09:00", CHICAGO), "a b")
                .end(at("2026-01-14T09:00-06:00")));

    FinalShifts shifts = calendar.shifts(span("2026-01-05T09:00-06:00", "2026-01-19T09:00-06:00"));

    assertThat(lines(shifts.shifts(), CHICAGO))
        .containsExactly("2026-01-05T09:00-06:00 a", "2026-01-12T09:00-06:00 b");
    assertThat(shifts.gaps())
        .containsExactly(
            new Gap("primary", span("2026-01-14T09:00-06:00", "2026-01-19T09:00-06:00")));
    assertThat(peopleOn(calendar, "primary", at("2036-01-14T09:00-06:00"))).isEmpty();
  }

  @Test
  void aLayerThatGoesOnUntilANewStartEndsAtItsEndAllTheSame() {
    Layer ending =
        Layers.of("main", weekly("2026-01-05T09:00", CHICAGO), "a b")
            .end(at("2026-01-14T09:00-06:00"))
            .build();
    Layer later = layer("main", weekly("2026-01-19T09:00", CHICAGO), "x y");
    RotationCalendar calendar =
        calendar(
            first(role("primary", ending)),
            Calendars.version(2, "2026-01-12T12:00-06:00", role("primary", later)));

    assertThat(peopleOn(calendar, "primary", at("2026-01-14T08:59-06:00"))).containsExactly("b");
    assertThat(peopleOn(calendar, "primary", at("2026-01-14T09:00-06:00"))).isEmpty();
    assertThat(peopleOn(calendar, "primary", at("2026-01-19T09:00-06:00"))).containsExactly("x");
  }

  @Test
  void aTurnInWorkedDaysIsFinishedOverTheWeekendByItsPerson() {
    Layer days = on(WEEKDAYS, 5, "2024-08-05T00:00", "a b").build();
    Layer weekly = layer("main", weekly("2024-08-05T00:00", CHICAGO), "a b");
    RotationCalendar calendar =
        calendar(
            first(role("primary", days)),
            Calendars.version(2, "2024-08-10T12:00-05:00", role("primary", weekly)));

    assertThat(peopleOn(calendar, "primary", at("2024-08-10T12:00-05:00"))).containsExactly("a");
    assertThat(peopleOn(calendar, "primary", at("2024-08-12T00:00-05:00"))).containsExactly("b");
  }

  @Test
  void onHolidaysAnotherLayerWorks() {
    Holidays christmas = Holidays.of(List.of(LocalDate.parse("2026-12-25")));
    RotationCalendar calendar =
        of(
            Layers.of("usual", weekly("2026-12-21T09:00", BERLIN), "a b")
                .dayFrom(LocalDateTime.parse("2026-12-21T09:00").toLocalTime())
                .except(christmas),
            Layers.of("holidays", weekly("2026-12-21T09:00", BERLIN), "x")
                .dayFrom(LocalDateTime.parse("2026-12-21T09:00").toLocalTime())
                .only(christmas));

    FinalShifts shifts = calendar.shifts(span("2026-12-24T09:00+01:00", "2026-12-28T09:00+01:00"));

    assertThat(lines(shifts.shifts(), BERLIN))
        .containsExactly(
            "2026-12-24T09:00+01:00 a", "2026-12-25T09:00+01:00 x", "2026-12-26T09:00+01:00 a");
    assertThat(shifts.gaps()).isEmpty();
  }

  @Test
  void aFollowerWorksWhenTheRoleAheadDoes() {
    RotationCalendar calendar =
        calendar(
            first(
                role(
                    "primary",
                    Layers.of("low", daily("2024-08-05T00:00"), "a b c").build(),
                    Layers.of("high", daily("2024-08-05T00:00"), "x y")
                        .restricted("tue 08:00", "tue 18:00")
                        .priority(1)
                        .build()),
                following("secondary", "primary", 1)));

    assertThat(
            lines(
                calendar
                    .shifts(span("2024-08-05T00:00-05:00", "2024-08-07T00:00-05:00"), "secondary")
                    .shifts(),
                CHICAGO))
        .containsExactly(
            "2024-08-05T00:00-05:00 b",
            "2024-08-06T00:00-05:00 c",
            "2024-08-06T08:00-05:00 x",
            "2024-08-06T18:00-05:00 c");
  }

  @Test
  void outsideTheHoursThatARotationKeepsNobodyIsMissed() {
    WorkingWeek hours =
        new WorkingWeek(CHICAGO, Layers.week("mon 09:00", "mon 17:00"), Holidays.NONE);
    Version version =
        new Version(
            1,
            Instant.MIN,
            CHICAGO,
            List.of(
                role(
                    "primary",
                    Layers.of("main", every(1, WEEK, "2024-08-05T10:00", CHICAGO), "a")
                        .kept(hours)
                        .build())),
            List.of(),
            java.util.Optional.of(hours),
            true);

    FinalShifts shifts =
        calendar(version).shifts(span("2024-08-05T00:00-05:00", "2024-08-06T00:00-05:00"));

    assertThat(shifts.shifts())
        .extracting(Shift::span)
        .containsExactly(span("2024-08-05T10:00-05:00", "2024-08-05T17:00-05:00"));
    assertThat(shifts.gaps())
        .containsExactly(
            new Gap("primary", span("2024-08-05T00:00-05:00", "2024-08-05T09:00-05:00"), true),
            new Gap("primary", span("2024-08-05T09:00-05:00", "2024-08-05T10:00-05:00"), false),
            new Gap("primary", span("2024-08-05T17:00-05:00", "2024-08-06T00:00-05:00"), true));
  }

  @Test
  void hoursGoOnCountingWhileTheLayerRests() {
    RotationCalendar calendar =
        of(
            Layers.of("main", every(12, HOUR, "2024-08-05T00:00", CHICAGO), "a b c")
                .restricted("mon 00:00", "tue 00:00"));

    assertThat(
            lines(
                calendar.shifts(span("2024-08-05T00:00-05:00", "2024-08-13T00:00-05:00")).shifts(),
                CHICAGO))
        .containsExactly(
            "2024-08-05T00:00-05:00 a",
            "2024-08-05T12:00-05:00 b",
            "2024-08-12T00:00-05:00 c",
            "2024-08-12T12:00-05:00 a");
  }

  @Test
  void anEmptyWindowIsRefused() {
    assertThatThrownBy(() -> Layers.week("mon 08:00", "mon 08:00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountedDays(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
