package io.watchbill.cli.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
  /** A Tuesday, nine in the morning in Berlin. */
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  private final TimeReader reader = at(NOW);

  @ParameterizedTest
  @CsvSource({
    "now, 2026-12-01T08:00:00Z",
    "+2h, 2026-12-01T10:00:00Z",
    "+1d12h, 2026-12-02T20:00:00Z",
    "2026-12-24T08:00, 2026-12-24T07:00:00Z",
    "2026-12-24 08:00, 2026-12-24T07:00:00Z",
    "2026-07-24T08:00:30, 2026-07-24T06:00:30Z",
    "2026-12-24, 2026-12-23T23:00:00Z",
    "2026-12-24T08:00:00Z, 2026-12-24T08:00:00Z",
    "2026-12-24T08:00+05:30, 2026-12-24T02:30:00Z",
    "today, 2026-11-30T23:00:00Z",
    "tomorrow 8:00, 2026-12-02T07:00:00Z",
    "tomorrow, 2026-12-01T23:00:00Z",
    "Mon 09:00, 2026-12-07T08:00:00Z",
    "tue 09:00, 2026-12-08T08:00:00Z",
    "wednesday, 2026-12-01T23:00:00Z",
    "10:00, 2026-12-01T09:00:00Z",
    "09:00, 2026-12-02T08:00:00Z",
    "08:30, 2026-12-02T07:30:00Z",
  })
  void peopleWriteTimesOfTheWallClock(String text, Instant expected) {
    assertThat(reader.read("--to", text)).isEqualTo(expected);
  }

  @Test
  void aTimeThatDoesNotExistIsTheFirstAfterTheGap() {
    assertThat(reader.read("--to", "2026-03-29T02:30")).isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void aTimeThatOccursTwiceIsItsFirst() {
    assertThat(reader.read("--to", "2026-10-25T02:30")).isEqualTo("2026-10-25T00:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "25:00",
        "2026-02-30",
        "mo 09:00",
        "+",
        "+x",
        "yesterday",
        "8",
        "2026"
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> reader.read("--to", text))
        .hasMessageContaining("--to needs a time like")
        .hasMessageEndingWith("not '" + text + "'");
  }

  private static TimeReader at(Instant now) {
    return new TimeReader(Clock.fixed(now, ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));
  }
}
