package io.watchbill.rotation.calendar.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {

  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource({
    "2026-03-08T01:59, America/New_York, 2026-03-08T06:59:00Z",
    "2026-03-08T02:00, America/New_York, 2026-03-08T07:00:00Z",
    "2026-03-08T02:30, America/New_York, 2026-03-08T07:00:00Z",
    "2026-03-08T03:00, America/New_York, 2026-03-08T07:00:00Z",
    "2021-10-03T02:15, Australia/Lord_Howe, 2021-10-02T15:30:00Z",
    "2011-12-30T12:00, Pacific/Apia, 2011-12-30T10:00:00Z",
    "2026-03-29T01:00, Antarctica/Troll, 2026-03-29T01:00:00Z",
  })
  void aTimeThatDoesNotExistIsTheFirstInstantAfterTheGap(
      LocalDateTime local, ZoneId zone, Instant expected) {
    assertThat(WallClock.instant(local, zone)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource({
    "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
    "2021-04-04T01:45, Australia/Lord_Howe, 2021-04-03T14:45:00Z",
    "2026-04-05T03:00, Pacific/Chatham, 2026-04-04T13:15:00Z",
    "2026-10-25T02:30, Antarctica/Troll, 2026-10-25T00:30:00Z",
  })
  void aTimeThatOccursTwiceIsItsFirstOccurrence(
      LocalDateTime local, ZoneId zone, Instant expected) {
    assertThat(WallClock.instant(local, zone)).isEqualTo(expected);
  }
}
