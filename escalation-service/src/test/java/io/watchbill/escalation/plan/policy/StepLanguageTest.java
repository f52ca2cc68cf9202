package io.watchbill.escalation.plan.policy;

import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Steps.COMMANDER;
import static io.watchbill.escalation.plan.Steps.byTwo;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.decision.Decider;
import io.watchbill.escalation.plan.decision.EscalationDecision;
import io.watchbill.escalation.plan.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What holds for the language as a whole. */
class StepLanguageTest {

  @Test
  void afterFiftyRepeatsTheLastIsDueAtItsAnchorPlusFiftyIntervals() {
    Instant anchor = T0.plusNanos(123_457_000);
    Duration odd = Duration.ofNanos(61_000_007_000L);
    Policy fifty = policy(repeat(step("again", atOnce(), PRIMARY), odd, 50));
    Progress progress = Progress.start(fifty, anchor);
    Instant last = null;
    for (int turn = 0; turn < 5_000; turn++) {
      Instant late = anchor.plusMillis(turn * 731L).plusNanos(turn % 977);
      EscalationDecision decision =
          Decider.decide(fifty, progress, facts("P1"), Given.shifts(), late);
      progress = decision.progress();
      last = decision.orders().pages().isEmpty() ? last : decision.orders().pages().getLast().due();
    }

    assertThat(last).isEqualTo(anchor.plus(odd.multipliedBy(50)));
  }

  @Test
  void aPolicySaysWhichEngineItNeeds() {
    assertThat(Given.guide().engine()).isEqualTo(1);
    assertThat(policy(step("commander", atOnce(), COMMANDER)).engine()).isEqualTo(2);
    assertThat(policy(byTwo(step("one", atOnce(), PRIMARY))).engine()).isEqualTo(2);
    assertThat(policy(step("b", new After.Business(Duration.ofHours(1), "s"), LEAD)).engine())
        .isEqualTo(2);
  }
}
