package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.shift;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Steps.COMMANDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a step that finds nobody. */
class IfNobodyTest {

  private static Step otherwise(Step s, IfNobody ifNobody) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        s.timing(),
        s.during(),
        s.targets(),
        ifNobody,
        s.acknowledgements());
  }

  @Test
  void withoutACommanderAnotherTargetIsPaged() {
    Step fallback = otherwise(step("commander", atOnce(), COMMANDER), new IfNobody.Fallback(LEAD));

    Walk walk = Walk.of(policy(fallback), facts("P1")).wake(T0);

    assertThat(walk.paged()).containsExactly("carol");
    assertThat(walk.outcomes.getFirst().reason())
        .contains("nobody commands the incident; on call as lead of security");
  }

  @Test
  void theFallbackIsNotPagedWhenSomebodyIsThere() {
    Step fallback = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Fallback(LEAD));

    assertThat(Walk.of(policy(fallback), facts("P1")).wake(T0).paged()).containsExactly("alice");
  }

  @Test
  void theFallbackIsDueWhenTheHoursThatWereWaitedForBringNobody() {
    Step fallback = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Fallback(LEAD));
    CachedShifts shifts =
        Given.shifts(CachedShift.off("primary", T0, minutes(50)), Given.shift("lead", "carol"));

    Walk walk = new Walk(policy(fallback), facts("P1"), shifts).until(minutes(60));

    assertThat(walk.pagedWhen()).containsExactly("carol " + minutes(50));
  }

  @Test
  void aFallbackThatIsPagedLateWasDueAllTheSame() {
    Step fallback = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Fallback(LEAD));
    CachedShift evening = new CachedShift("primary", List.of("alice"), T0, minutes(1), null);
    CachedShifts shifts = Given.shifts(evening, Given.shift("lead", "carol"));

    Walk walk = new Walk(policy(fallback), facts("P1"), shifts).wake(minutes(2));

    assertThat(walk.pagedWhen()).containsExactly("carol " + T0);
  }

  @Test
  void aHoldWaitsUntilSomebodyIsOnCallAndRaisesNoAlarm() {
    CachedShift morning =
        new CachedShift("primary", List.of("alice"), minutes(360), minutes(900), null);
    Step hold = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Hold());

    Walk walk = new Walk(policy(hold), facts("P1"), Given.shifts(morning)).wake(T0);

    assertThat(walk.last().next().holding()).isTrue();
    assertThat(walk.last().holds().getFirst().until()).isEqualTo(minutes(360));
    walk.until(minutes(360));
    assertThat(walk.alarms).isEmpty();
    assertThat(walk.pagedWhen()).containsExactly("alice " + minutes(360));
  }

  @Test
  void aHoldEndsWhenAnOverridePutsSomebodyOnCall() {
    Step hold = otherwise(step("one", atOnce(), PRIMARY), new IfNobody.Hold());
    Policy one = policy(hold);
    EscalationDecision held =
        Decider.decide(
            one, Progress.start(one, T0), facts("P1"), Given.shifts(shift("lead", "c")), T0);

    EscalationDecision decision =
        Decider.decide(
            one,
            held.progress(),
            facts("P1"),
            Given.shifts(new CachedShift("primary", List.of("bob"), minutes(7), minutes(90), null)),
            minutes(8));

    assertThat(decision.orders().pages()).extracting(PageOrder::due).containsExactly(minutes(7));
    assertThat(decision.progress().steps().getFirst().held()).isNull();
  }
}
