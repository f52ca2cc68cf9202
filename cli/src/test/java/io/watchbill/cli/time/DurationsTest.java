package io.watchbill.cli.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"30m, PT30M", "2h30m, PT2H30M", "1d, P1D", "1w, P7D", "PT45M, PT45M", "90s, PT90S"})
  void peopleWriteThemShort(String text, Duration expected) {
    assertThat(Durations.read("--for", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0m", "-5m", "soon", "30", "1y", "m", "PT-5M", "9999999h"})
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Durations.read("--for", text))
        .hasMessage("--for needs a duration like 30m, 2h30m, 1d or PT2H, not '" + text + "'");
  }
}
