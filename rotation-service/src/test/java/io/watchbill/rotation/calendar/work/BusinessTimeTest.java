package io.watchbill.rotation.calendar.work;

import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Week;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adding working time: Berlin, Monday to Friday 09:00 to 17:00, Good Friday off. */
class BusinessTimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final WorkingWeek hours =
      new WorkingWeek(
          BERLIN,
          new Week(
              Stream.of("mon", "tue", "wed", "thu", "fri")
                  .map(
                      day ->
                          new WeeklyWindow(
                              WeekTime.of(day + " 09:00").orElseThrow(),
                              WeekTime.of(day + " 17:00").orElseThrow()))
                  .toList()),
          Holidays.of(List.of(LocalDate.parse("2026-04-03"))));

  private final BusinessTime time = new BusinessTime(BERLIN, hours::within);

  @ParameterizedTest(name = "{0} plus {1} is {2}")
  @CsvSource({
    "2026-03-02T10:00+01:00, PT4H, 2026-03-02T14:00+01:00",
    "2026-03-02T10:00+01:00, PT7H, 2026-03-02T17:00+01:00",
    "2026-03-02T10:00+01:00, PT8H, 2026-03-03T10:00+01:00",
    "2026-03-06T16:00+01:00, PT2H, 2026-03-09T10:00+01:00",
    "2026-03-07T12:00+01:00, PT1H, 2026-03-09T10:00+01:00",
    "2026-03-07T12:00+01:00, PT0S, 2026-03-09T09:00+01:00",
    "2026-03-27T16:30+01:00, PT1H, 2026-03-30T09:30+02:00",
    "2026-04-02T16:00+02:00, PT2H, 2026-04-06T10:00+02:00",
  })
  void hoursAreCountedInWorkingTimeOnly(String from, Duration duration, String expected) {
    assertThat(time.plus(at(from), duration)).contains(at(expected));
  }

  @ParameterizedTest(name = "{0} plus {1} days is {2}")
  @CsvSource({
    "2026-03-02T10:00+01:00, 0, 2026-03-02T10:00+01:00",
    "2026-03-02T10:00+01:00, 1, 2026-03-03T10:00+01:00",
    "2026-03-06T15:30+01:00, 1, 2026-03-09T15:30+01:00",
    "2026-03-06T18:00+01:00, 1, 2026-03-10T09:00+01:00",
    "2026-03-07T12:00+01:00, 1, 2026-03-10T09:00+01:00",
    "2026-03-27T10:00+01:00, 1, 2026-03-30T10:00+02:00",
    "2026-04-02T10:00+02:00, 1, 2026-04-06T10:00+02:00",
    "2026-04-02T10:00+02:00, 5, 2026-04-10T10:00+02:00",
  })
  void daysKeepTheTimeOfDay(String from, int days, String expected) {
    assertThat(time.plusDays(at(from), days)).contains(at(expected));
  }

  @Test
  void theWindowIsTheRestOfThePresentOneOrTheNext() {
    assertThat(time.window(at("2026-03-02T10:00+01:00")))
        .contains(span("2026-03-02T10:00+01:00", "2026-03-02T17:00+01:00"));
    assertThat(time.window(at("2026-04-02T17:00+02:00")))
        .contains(span("2026-04-06T09:00+02:00", "2026-04-06T17:00+02:00"));
  }

  @Test
  void theStartOfAWindowIsWorkingTimeAndItsEndIsNot() {
    assertThat(time.holds(at("2026-03-02T09:00+01:00"))).isTrue();
    assertThat(time.holds(at("2026-03-02T17:00+01:00"))).isFalse();
  }

  @Test
  void whereNobodyEverWorksNothingIsFound() {
    BusinessTime never = new BusinessTime(BERLIN, span -> List.of());

    assertThat(never.plus(at("2026-03-02T10:00+01:00"), Duration.ofHours(1))).isEmpty();
    assertThat(never.plusDays(at("2026-03-02T10:00+01:00"), 1)).isEmpty();
    assertThat(never.window(at("2026-03-02T10:00+01:00"))).isEmpty();
  }

  @Test
  void aWindowThatLeadsOverTheStepsOfTheSearchIsOne() {
    Span year = span("2026-03-02T10:00+01:00", "2027-03-02T10:00+01:00");
    BusinessTime one = new BusinessTime(BERLIN, span -> span.within(year).stream().toList());

    assertThat(one.window(year.start())).contains(year);
  }
}
