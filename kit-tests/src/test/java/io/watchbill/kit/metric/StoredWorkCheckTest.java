package io.watchbill.kit.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.kit.metric.StoredWork.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredWorkCheckTest {

  private static List<Finding> of(double oldestUnsent, long parked, double timersLate) {
    return StoredWorkCheck.findings(new Seen(true, oldestUnsent, parked, timersLate));
  }

  @Test
  void whatWaitsAMinuteAtMostIsFine() {
    assertThat(of(60, 0, 60)).extracting(Finding::verdict).containsExactly(Verdict.OK);
  }

  @Test
  void whatIsLateOrParkedIsSaid() {
    assertThat(of(61.4, 2, 90))
        .extracting(Finding::verdict, Finding::text)
        .containsExactly(
            tuple(Verdict.FAIL, "An event has waited for 61 s to be sent to a peer service."),
            tuple(Verdict.WARN, "Parked events: 2, which a peer service did not understand."),
            tuple(Verdict.FAIL, "A timer is 90 s late."));
  }

  @Test
  void withoutADatabaseItIsNotKnown() {
    assertThat(StoredWorkCheck.findings(new Seen(false, 0, 0, 0)))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAIL);
  }
}
