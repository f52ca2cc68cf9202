package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.ALWAYS;
import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.SECONDARY;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.step;
import static io.watchbill.escalation.plan.Steps.asking;
import static io.watchbill.escalation.plan.Steps.known;
import static io.watchbill.escalation.plan.Steps.working;
import static io.watchbill.escalation.plan.Steps.works;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** When a step is taken: by what the incident is and whose working time it is. */
class ConditionsTest {

  @Test
  void aTypeIsOneOfThese() {
    When phishing =
        new When(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(Set.of("phishing", "insider")),
            Optional.empty(),
            Optional.empty());

    assertThat(
            phishing.unmet(
                known(facts("P1"), Optional.of("insider"), false, Optional.empty(), Map.of())))
        .isEmpty();
    assertThat(phishing.unmet(facts("P1"))).contains("no type is not one of [insider, phishing]");
    assertThat(
            phishing.unmet(
                known(facts("P1"), Optional.of("ddos"), false, Optional.empty(), Map.of())))
        .contains("type ddos is not one of [insider, phishing]");
  }

  @Test
  void restrictedCanBeAskedForEitherWay() {
    Facts restricted = known(facts("P1"), Optional.empty(), true, Optional.empty(), Map.of());
    When only =
        new When(
            new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), Optional.of(true), Optional.empty());
    When never =
        new When(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.of(false),
            Optional.empty());

    assertThat(only.unmet(restricted)).isEmpty();
    assertThat(only.unmet(facts("P1"))).contains("the incident is not restricted");
    assertThat(never.unmet(restricted)).contains("the incident is restricted");
  }

  @Test
  void insideTheWorkingTimeOfARotationWaitsForItsWindow() {
    Policy inside = policy(asking(step("lead", atOnce(), LEAD), new Hours("security", true)));

    Walk walk = new Walk(inside, facts("P1"), working(works(60, 120))).until(minutes(90));

    assertThat(walk.pagedWhen()).containsExactly("carol " + minutes(60));
    assertThat(walk.pages.getFirst().reason()).contains("inside the working hours of security");
  }

  @Test
  void outsideTheWorkingTimeOfARotationIsNotTakenWithinIt() {
    Policy outside = policy(asking(step("lead", atOnce(), LEAD), new Hours("security", false)));
    Walk walk = new Walk(outside, facts("P1"), working(works(-60, 30))).wake(T0);

    assertThat(walk.last().waiting().getFirst().reason())
        .isEqualTo("inside the working hours of security until Mon 2 Mar 03:30 CET");
    walk.until(minutes(45));

    assertThat(walk.pagedWhen()).containsExactly("carol " + minutes(30));
  }

  @Test
  void eachResponderIsJudgedByTheirOwnWorkingTime() {
    CachedShifts kept =
        new CachedShifts(
            Given.shifts().rotations(),
            Map.of("security", ALWAYS),
            Map.of("alice", works(-60, 60), "bob", works(60, 120)),
            Map.of());
    Policy inside =
        policy(asking(step("both", atOnce(), PRIMARY, SECONDARY), new Hours(null, true)));

    Walk walk = new Walk(inside, facts("P1"), kept).wake(T0);

    assertThat(walk.paged()).containsExactly("alice");
    assertThat(walk.outcomes.getFirst().reason())
        .contains("bob is not paged: outside the working hours of bob until Mon 2 Mar 04:00 CET");
  }

  @Test
  void aStepThatMayPageNoResponderWaits() {
    CachedShifts kept =
        new CachedShifts(
            Given.shifts().rotations(),
            Map.of("security", ALWAYS),
            Map.of("alice", works(30, 60)),
            Map.of());
    Policy inside = policy(asking(step("primary", atOnce(), PRIMARY), new Hours(null, true)));

    Walk walk = new Walk(inside, facts("P1"), kept).until(minutes(40));

    assertThat(walk.pagedWhen()).containsExactly("alice " + minutes(30));
  }

  @Test
  void workingTimeThatIsNotKnownKeepsNobodyWaiting() {
    CachedShifts kept = new CachedShifts(Given.shifts().rotations());
    Policy both =
        policy(
            asking(step("in", atOnce(), PRIMARY), new Hours("security", true)),
            asking(step("out", atOnce(), LEAD), new Hours("security", false)),
            asking(step("own", atOnce(), SECONDARY), new Hours(null, true)));

    Walk walk = new Walk(both, facts("P1"), kept).wake(T0);

    assertThat(walk.paged()).containsExactly("alice", "carol", "bob");
    assertThat(walk.pages)
        .extracting(PageOrder::reason)
        .allSatisfy(reason -> assertThat(reason).contains("are not known"));
  }
}
