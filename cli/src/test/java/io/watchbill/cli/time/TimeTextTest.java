package io.watchbill.cli.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final TimeText BERLIN = new TimeText(NOW, ZoneId.of("Europe/Berlin"));

  @Test
  void theZoneIsNamedAsItIsAtThatTime() {
    assertThat(BERLIN.of("2026-12-01T17:05:00Z")).isEqualTo("Tue 1 Dec 18:05 CET");
    assertThat(BERLIN.of("2026-07-01T17:05:00Z")).isEqualTo("Wed 1 Jul 19:05 CEST");
  }

  @Test
  void theYearIsSaidWhenItIsAnother() {
    assertThat(BERLIN.of("2026-12-31T23:30:00Z")).isEqualTo("Fri 1 Jan 2027 00:30 CET");
  }

  @Test
  void whatIsNoInstantIsShownAsItIs() {
    assertThat(BERLIN.of("soon")).isEqualTo("soon");
    assertThat(BERLIN.of("")).isEqualTo("-");
    assertThat(BERLIN.age("soon")).isEqualTo("-");
  }

  @Test
  void anAgeIsCountedFromNow() {
    assertThat(BERLIN.age("2026-12-01T06:55:10Z")).isEqualTo("1h 4m");
  }

  @ParameterizedTest
  @CsvSource({"PT59S, 59s", "PT60S, 1m", "PT59M59S, 59m", "PT2H, 2h", "PT26H, 1d 2h", "PT-5S, 0s"})
  void aLengthHasTwoUnits(Duration length, String expected) {
    assertThat(TimeText.length(length)).isEqualTo(expected);
  }
}
