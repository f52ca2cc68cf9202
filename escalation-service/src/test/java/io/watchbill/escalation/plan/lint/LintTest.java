package io.watchbill.escalation.plan.lint;

import static io.watchbill.escalation.plan.Given.ALWAYS;
import static io.watchbill.escalation.plan.Given.LEAD;
import static io.watchbill.escalation.plan.Given.PRIMARY;
import static io.watchbill.escalation.plan.Given.SECONDARY;
import static io.watchbill.escalation.plan.Given.SLA;
import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.atOnce;
import static io.watchbill.escalation.plan.Given.minutes;
import static io.watchbill.escalation.plan.Given.policy;
import static io.watchbill.escalation.plan.Given.rotation;
import static io.watchbill.escalation.plan.Given.shift;
import static io.watchbill.escalation.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.lint.Finding.Kind;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LintTest {
  private static final Map<String, Duration> AT_ONCE =
      Map.of("alice", Duration.ZERO, "bob", Duration.ZERO, "carol", Duration.ZERO);
  private static final Instant UNTIL = T0.plus(Duration.ofDays(7));

  private static List<Finding> lint(Policy policy, CachedShifts kept, Map<String, Duration> first) {
    return Lint.findings(policy, kept, first, SLA, T0, UNTIL);
  }

  private static Step on(Step s, When when) {
    return Given.with(s, when);
  }

  private static When hours(boolean inside) {
    return new When(
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        Optional.empty(),
        Optional.of(new Hours("security", inside)));
  }

  @Test
  void anInterruptedThreadStops() {
    Policy any = policy(step("one", atOnce(), PRIMARY));
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> lint(any, Given.shifts(), AT_ONCE));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aPolicyThatIsAllRightHasNoFindings() {
    Policy fine =
        policy(
            step("one", atOnce(), PRIMARY),
            step("two", new After.AcknowledgeSla(), SECONDARY),
            step("three", Given.after(Duration.ofHours(1)), LEAD));

    assertThat(lint(fine, Given.shifts(), AT_ONCE)).isEmpty();
  }

  @Test
  void aHoleInCoverageIsFound() {
    CachedShift night = new CachedShift("primary", List.of("alice"), T0, minutes(60), null);
    CachedShift day =
        new CachedShift("primary", List.of("alice"), minutes(90), minutes(90_000), null);

    assertThat(lint(policy(step("one", atOnce(), PRIMARY)), Given.shifts(night, day), AT_ONCE))
        .containsExactly(
            new Finding(
                Kind.HOLE,
                0,
                "nobody is on call as primary of security from Mon 2 Mar 03:00 UTC until"
                    + " Mon 2 Mar 03:30 UTC"));
  }

  @Test
  void aGapByDesignIsNoHole() {
    CachedShift day = new CachedShift("primary", List.of("alice"), T0, minutes(60), null);
    CachedShift off = CachedShift.off("primary", minutes(60), UNTIL);

    assertThat(lint(policy(step("one", atOnce(), PRIMARY)), Given.shifts(day, off), AT_ONCE))
        .isEmpty();
  }

  @Test
  void aTargetThatNobodyIsInIsFound() {
    Policy odd =
        policy(
            step("empty", atOnce(), LEAD),
            step("typo", atOnce(), new Target.RoleOf("security", "primray")),
            step("gone", atOnce(), new Target.RoleOf("gone", "primary")),
            step("new", atOnce(), new Target.RoleOf("new", "primary")),
            step("team", atOnce(), new Target.Team("blue")),
            step("teamless", atOnce(), new Target.Team("red")));
    CachedShifts kept =
        new CachedShifts(
            Map.of(
                "security",
                rotation(shift("primary", "alice")),
                "gone",
                new CachedRotation.Missing()),
            Map.of("security", ALWAYS),
            Map.of(),
            Map.of("blue", List.of()));

    assertThat(lint(odd, kept, AT_ONCE))
        .extracting(Finding::kind, Finding::step)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.NOBODY_IN_IT, 0),
            org.assertj.core.groups.Tuple.tuple(Kind.NOBODY_IN_IT, 1),
            org.assertj.core.groups.Tuple.tuple(Kind.NOBODY_IN_IT, 2),
            org.assertj.core.groups.Tuple.tuple(Kind.NOT_KNOWN, 3),
            org.assertj.core.groups.Tuple.tuple(Kind.NOBODY_IN_IT, 4),
            org.assertj.core.groups.Tuple.tuple(Kind.NOT_KNOWN, 5));
  }

  @Test
  void stepsThatCanNeverFireAreFound() {
    When restricted =
        new When(
            new TreeSet<>(),
            new TreeSet<>(Set.of("leak")),
            new TreeSet<>(),
            Optional.of(true),
            Optional.empty());
    Step first = Given.whileOpen(Given.since(step("ack", atOnce(), PRIMARY), Since.ACKNOWLEDGED));
    Policy never =
        policy(
            on(step("leak", atOnce(), PRIMARY), restricted),
            on(step("outside", atOnce(), PRIMARY), hours(false)),
            first,
            Given.since(step("after it", atOnce(), PRIMARY), Since.PREVIOUS_STEP));

    assertThat(lint(never, Given.shifts(), AT_ONCE))
        .extracting(Finding::kind, Finding::step)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.NEVER_FIRES, 0),
            org.assertj.core.groups.Tuple.tuple(Kind.NEVER_FIRES, 1),
            org.assertj.core.groups.Tuple.tuple(Kind.NEVER_FIRES, 3));
  }

  @Test
  void workingTimeThatHasNoWindowIsNeverInside() {
    WorkingTime none = new WorkingTime("UTC", false, T0, UNTIL, List.of());
    CachedShifts kept =
        new CachedShifts(Given.shifts().rotations(), Map.of("security", none), Map.of(), Map.of());

    assertThat(lint(policy(on(step("one", atOnce(), PRIMARY), hours(true))), kept, AT_ONCE))
        .extracting(Finding::kind)
        .containsExactly(Kind.NEVER_FIRES);
  }

  @Test
  void aPersonalDelayThatReachesTheNextStepIsFound() {
    Policy two =
        policy(step("one", atOnce(), PRIMARY), step("two", new After.AcknowledgeSla(), LEAD));
    Map<String, Duration> late = Map.of("alice", SLA, "carol", Duration.ofHours(3));

    assertThat(lint(two, Given.shifts(), late))
        .containsExactly(
            new Finding(
                Kind.DELAY_TOO_LONG,
                0,
                "the first message to alice goes out after 15 min, the next step of branch main"
                    + " after 15 min"));
  }

  @Test
  void whoCannotBeReachedIsFound() {
    Policy one = policy(step("one", atOnce(), PRIMARY, new Target.Webhook("siem")));

    assertThat(lint(one, Given.shifts(), Map.of()))
        .extracting(Finding::detail)
        .containsExactly("alice has no contact method", "webhook:siem has no contact method");
  }
}
