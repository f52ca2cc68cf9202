package io.watchbill.escalation.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastPageCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private static Finding after(Duration past) {
    return LastPageCheck.finding(Optional.of(NOW.minus(past)), NOW);
  }

  @Test
  void oneOfTheLastThirtyDaysIsFine() {
    assertThat(after(Duration.ofDays(30).minusSeconds(1)))
        .returns(Verdict.OK, Finding::verdict)
        .returns(
            "A page was last acknowledged by its link at 2026-10-31T12:00:01Z.", Finding::text);
    assertThat(after(Duration.ofDays(30)).verdict()).isEqualTo(Verdict.WARN);
  }

  @Test
  void noneYetIsAWarning() {
    assertThat(LastPageCheck.finding(Optional.empty(), NOW).verdict()).isEqualTo(Verdict.WARN);
  }
}
