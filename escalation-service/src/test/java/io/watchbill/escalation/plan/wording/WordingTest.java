package io.watchbill.escalation.plan.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations and instants as people say them. */
class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.25S, 250 ms",
    "PT45S, 45 s",
    "PT1M, 1 min",
    "PT15M, 15 min",
    "PT90M, 1 h 30 min",
    "PT24H, 1 day",
    "PT51H, 2 days 3 h",
    "PT1H0M5S, 1 h 5 s",
    "PT-5M, -5 min"
  })
  void durationsHaveTheirUnits(String iso, String text) {
    assertThat(Wording.duration(Duration.parse(iso))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"P1M, 1 month", "P2M, 2 months", "P1Y1D, 1 year 1 day", "P0D, 0 days"})
  void periodsAreCounted(String iso, String text) {
    assertThat(Wording.period(Period.parse(iso))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T17:00:00Z, America/Los_Angeles, Mon 30 Nov 09:00 PST",
    "2026-03-08T09:59:00Z, America/Los_Angeles, Sun 8 Mar 01:59 PST",
    "2026-03-08T10:00:00Z, America/Los_Angeles, Sun 8 Mar 03:00 PDT",
    "2026-10-25T00:30:00Z, Europe/Berlin, Sun 25 Oct 02:30 CEST",
    "2026-10-25T01:30:00Z, Europe/Berlin, Sun 25 Oct 02:30 CET",
    "2026-11-30T17:00:00Z, UTC, Mon 30 Nov 17:00 UTC",
    "2026-11-30T17:00:00Z, Etc/UTC, Mon 30 Nov 17:00 UTC",
    "2026-11-30T17:00:00Z, Z, Mon 30 Nov 17:00 UTC",
    "2026-11-30T17:00:30Z, UTC, Mon 30 Nov 17:00:30 UTC",
    "2026-09-01T00:00:00Z, UTC, Tue 1 Sep 00:00 UTC"
  })
  void instantsAreLocalAndNameTheirZone(String instant, String zone, String text) {
    assertThat(Wording.instant(Instant.parse(instant), ZoneId.of(zone))).isEqualTo(text);
  }
}
