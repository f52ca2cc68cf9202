package io.watchbill.escalation.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.finding.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatCheckTest {
  private static final Duration EVERY = Duration.ofSeconds(30);

  @Test
  void threeThatWereMissedFail() {
    assertThat(HeartbeatCheck.sent(Duration.ofSeconds(90), EVERY).verdict()).isEqualTo(Verdict.OK);
    assertThat(HeartbeatCheck.sent(Duration.ofSeconds(91), EVERY).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void withoutAMonitorNobodyNoticesButOnALaptop() {
    assertThat(HeartbeatCheck.none(false).verdict()).isEqualTo(Verdict.WARN);
    assertThat(HeartbeatCheck.none(true).verdict()).isEqualTo(Verdict.OK);
  }
}
