package io.watchbill.escalation.plan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months are those of the calendar, on the wall clock of their zone. */
class AfterTest {

  @ParameterizedTest
  @CsvSource({
    "P1M, Europe/Berlin, 2026-03-10T08:00:00Z, 2026-04-10T07:00:00Z",
    "P1M, UTC, 2026-03-10T08:00:00Z, 2026-04-10T08:00:00Z",
    "P1M, UTC, 2027-01-31T08:00:00Z, 2027-02-28T08:00:00Z",
    "P1M, UTC, 2028-01-31T08:00:00Z, 2028-02-29T08:00:00Z",
    "P1Y, UTC, 2026-03-10T08:00:00.000001Z, 2027-03-10T08:00:00.000001Z",
    // 02:30 does not exist on that day: the first instant after the gap
    "P1M, Europe/Berlin, 2026-02-28T01:30:00Z, 2026-03-28T01:30:00Z",
    "P1M1D, Europe/Berlin, 2026-02-28T01:30:00Z, 2026-03-29T01:00:00Z",
    // 02:30 occurs twice on that day: its first occurrence
    "P1M, Europe/Berlin, 2026-09-25T00:30:00Z, 2026-10-25T00:30:00Z",
    "P1M, Australia/Lord_Howe, 2026-03-04T14:45:00Z, 2026-04-04T14:45:00Z",
  })
  void monthsAreCountedOnTheCalendar(Period period, ZoneId zone, Instant anchor, Instant due) {
    assertThat(new After.Calendar(period, zone).from(anchor, Given.facts("P1"), CachedShifts.NONE))
        .contains(due);
  }
}
