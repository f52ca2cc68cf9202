package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.repeat;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Steps.acknowledged;
import static io.watchbill.escalation.plan.Steps.by;
import static io.watchbill.escalation.plan.Steps.byTwo;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.AlarmKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Steps that more than one person must acknowledge. */
class SeveralAcknowledgementsTest {

  @Test
  void aStepThatNeedsTwoGoesOnAfterTheFirstWhoIsNotPagedAgain() {
    Step both = step("one", atOnce(), PRIMARY, new Target.Person("bob"));
    Policy two = policy(byTwo(repeat(both, Duration.ofMinutes(5), 2)));
    Walk walk = Walk.of(two, facts("P0")).wake(T0);

    walk.with(acknowledged(facts("P0"), by("alice", 1, true))).until(minutes(5));
    assertThat(walk.paged()).containsExactly("alice", "bob", "bob");

    walk.with(acknowledged(facts("P0"), by("alice", 1, true), by("bob", 7, true)))
        .until(minutes(10));
    assertThat(walk.outcomes.getLast().reason())
        .isEqualTo("acknowledged by alice, bob (Mon 2 Mar 02:07 UTC)");
  }

  @Test
  void aSecondThatIsNotConfirmedYetHoldsThePaging() {
    Policy two = policy(byTwo(repeat(step("one", atOnce(), PRIMARY), Duration.ofMinutes(5), 2)));
    Walk walk = Walk.of(two, facts("P0")).wake(T0);

    walk.with(acknowledged(facts("P0"), by("alice", 1, true), by("bob", 2, false)))
        .until(minutes(5));

    assertThat(walk.paged()).containsExactly("alice");
    assertThat(walk.last().waiting().getFirst().reason())
        .isEqualTo("the acknowledgement by alice, bob waits to be confirmed");
  }

  @Test
  void aBranchIsNotAcknowledgedUntilAsManyHaveAsItsStepsNeed() {
    Policy two = policy(byTwo(step("one", atOnce(), PRIMARY)));
    Walk walk = Walk.of(two, facts("P0")).wake(T0);

    walk.with(acknowledged(facts("P0"), by("alice", 1, true))).until(minutes(15));

    assertThat(walk.alarms)
        .extracting(AlarmOrder::kind)
        .containsExactly(AlarmKind.ENDED_UNACKNOWLEDGED);
  }

  @Test
  void whereNobodyElseIsFoundTheStepSaysWhoHasAcknowledgedAndThatIsNoAlarm() {
    Policy two = policy(byTwo(repeat(step("one", atOnce(), PRIMARY), Duration.ofMinutes(5), 1)));
    Walk walk = Walk.of(two, facts("P0")).wake(T0);

    walk.with(acknowledged(facts("P0"), by("alice", 1, true))).until(minutes(5));

    assertThat(walk.paged()).containsExactly("alice");
    assertThat(walk.outcomes.getLast().kind()).isEqualTo(Outcome.Kind.SKIPPED);
    assertThat(walk.outcomes.getLast().reason())
        .startsWith("already acknowledged by alice; step “one”");
    assertThat(walk.alarms).isEmpty();
  }

  @Test
  void whereNobodyElseIsFoundTheFallbackIsPaged() {
    Step two = byTwo(step("one", Given.after(Duration.ofMinutes(2)), PRIMARY));
    Step alone =
        new Step(
            two.name(),
            two.branch(),
            two.when(),
            two.timing(),
            two.during(),
            two.targets(),
            new IfNobody.Fallback(Given.LEAD),
            two.acknowledgements());
    Walk walk =
        Walk.of(policy(alone), acknowledged(facts("P0"), by("alice", 1, true))).until(minutes(3));

    assertThat(walk.paged()).containsExactly("carol");
  }

  @Test
  void whatGoesOnWhileOpenPagesWhoHasAcknowledged() {
    Policy reminder = policy(Given.whileOpen(byTwo(step("one", atOnce(), PRIMARY))));

    Walk walk = Walk.of(reminder, acknowledged(facts("P0"), by("alice", 1, true))).until(T0);

    assertThat(walk.paged()).containsExactly("alice");
  }
}
