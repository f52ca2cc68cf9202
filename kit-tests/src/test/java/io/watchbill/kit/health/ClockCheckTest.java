package io.watchbill.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockCheckTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S,       OK,   The clock agrees with that of Postgres.",
    "PT10S,      OK,   The clock is 10.0 s ahead of that of Postgres.",
    "PT-10.001S, WARN, The clock is 10.001 s behind that of Postgres.",
    "PT30S,      WARN, The clock is 30.0 s ahead of that of Postgres.",
    "PT-30.5S,   FAIL, The clock is 30.5 s behind that of Postgres.",
  })
  void theFurtherApartTheWorse(Duration ahead, Verdict verdict, String text) {
    assertThat(ClockCheck.finding(ahead))
        .returns(verdict, Finding::verdict)
        .returns(text, Finding::text);
  }
}
