package io.watchbill.escalation.plan;

import io.watchbill.escalation.plan.facts.Anchors;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.BranchAcknowledgement;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.facts.Traits;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Repeat;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.Timing;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.policy.While;
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

/** Words for the tests of the plan: policies, facts and shifts. */
public final class Given {
  public static final Instant T0 = Instant.parse("2026-03-02T02:00:00Z");
  public static final Duration SLA = Duration.ofMinutes(15);
  public static final Target PRIMARY = new Target.RoleOf("security", "primary");
  public static final Target SECONDARY = new Target.RoleOf("security", "secondary");
  public static final Target LEAD = new Target.RoleOf("security", "lead");
  public static final Target LEGAL = new Target.RoleOf("company", "legal");

  /** Working time without end. */
  public static final WorkingTime ALWAYS =
      new WorkingTime(
          "UTC", true, T0.minus(Duration.ofDays(35)), T0.plus(Duration.ofDays(16)), List.of());

  private Given() {}

  public static Instant minutes(long minutes) {
    return T0.plus(Duration.ofMinutes(minutes));
  }

  public static After after(Duration duration) {
    return new After.Fixed(duration);
  }

  public static After atOnce() {
    return after(Duration.ZERO);
  }

  public static Step step(String name, After after, Target... targets) {
    return new Step(
        name,
        Branch.MAIN,
        When.ALWAYS,
        new Timing(Since.TRIGGERED, after, Repeat.NEVER),
        While.UNACKNOWLEDGED,
        List.of(targets),
        new IfNobody.Skip(),
        1);
  }

  public static Step severities(Step s, String... severities) {
    return with(s, When.of(new TreeSet<>(Set.of(severities)), s.when().tags()));
  }

  public static Step tagged(Step s, String... tags) {
    return with(s, When.of(s.when().severities(), new TreeSet<>(Set.of(tags))));
  }

  public static Step branch(Step s, String branch) {
    return new Step(
        s.name(),
        new Branch(branch),
        s.when(),
        s.timing(),
        s.during(),
        s.targets(),
        s.ifNobody(),
        s.acknowledgements());
  }

  public static Step since(Step s, Since since) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        new Timing(since, s.timing().after(), s.timing().repeat()),
        s.during(),
        s.targets(),
        s.ifNobody(),
        s.acknowledgements());
  }

  public static Step whileOpen(Step s) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        s.timing(),
        While.OPEN,
        s.targets(),
        s.ifNobody(),
        s.acknowledgements());
  }

  public static Step repeat(Step s, Duration every, int times) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        new Timing(s.timing().since(), s.timing().after(), new Repeat(every, times)),
        s.during(),
        s.targets(),
        s.ifNobody(),
        s.acknowledgements());
  }

  public static Step with(Step s, When when) {
    return new Step(
        s.name(),
        s.branch(),
        when,
        s.timing(),
        s.during(),
        s.targets(),
        s.ifNobody(),
        s.acknowledgements());
  }

  public static Policy policy(Step... steps) {
    return new Policy("security", List.of(steps), 1);
  }

  public static Policy policy(int runs, Step... steps) {
    return new Policy("security", List.of(steps), runs);
  }

  /** The policy of the guide: R060 to R064 and R066. */
  public static Policy guide() {
    return policy(
        step("primary", atOnce(), PRIMARY),
        severities(step("lead of a P0", atOnce(), LEAD), "P0"),
        severities(step("secondary", new After.AcknowledgeSla(), SECONDARY), "P0", "P1"),
        severities(whileOpen(step("lead of a P1", after(Duration.ofHours(1)), LEAD)), "P1"),
        branch(tagged(step("legal", atOnce(), LEGAL), "data-breach"), "legal"));
  }

  public static Facts facts(String severity, String... tags) {
    return new Facts(
        false,
        new Traits(severity, Set.of(tags), Optional.empty(), false, Optional.empty()),
        new Anchors(T0, null, null),
        Map.of(),
        Optional.of(SLA),
        Optional.empty(),
        Optional.empty());
  }

  public static Facts acknowledged(Facts f, String branch, boolean confirmed) {
    return new Facts(
        f.resolved(),
        f.traits(),
        f.anchors(),
        Map.of(new Branch(branch), List.of(new BranchAcknowledgement("alice", T0, confirmed))),
        f.acknowledgeSla(),
        f.mutedUntil(),
        f.conditionsSince());
  }

  public static Facts resolved(Facts f) {
    return new Facts(
        true,
        f.traits(),
        f.anchors(),
        f.acknowledgements(),
        f.acknowledgeSla(),
        f.mutedUntil(),
        f.conditionsSince());
  }

  public static Facts mutedUntil(Facts f, Instant until) {
    return new Facts(
        f.resolved(),
        f.traits(),
        f.anchors(),
        f.acknowledgements(),
        f.acknowledgeSla(),
        Optional.of(until),
        f.conditionsSince());
  }

  public static Facts changedAt(Facts f, Instant at) {
    return new Facts(
        f.resolved(),
        f.traits(),
        f.anchors(),
        f.acknowledgements(),
        f.acknowledgeSla(),
        f.mutedUntil(),
        Optional.of(at));
  }

  public static Facts updatedAt(Facts f, Instant at) {
    return new Facts(
        f.resolved(),
        f.traits(),
        new Anchors(f.anchors().triggered(), at, f.anchors().severityChange()),
        f.acknowledgements(),
        f.acknowledgeSla(),
        f.mutedUntil(),
        f.conditionsSince());
  }

  public static CachedShifts shifts() {
    return new CachedShifts(
        Map.of(
            "security",
            rotation(shift("primary", "alice"), shift("secondary", "bob"), shift("lead", "carol")),
            "company",
            rotation(shift("legal", "lea"))),
        Map.of("security", ALWAYS, "company", ALWAYS),
        Map.of(),
        Map.of());
  }

  /** Those of one rotation that works at any hour. */
  public static CachedShifts shifts(CachedShift... shifts) {
    return new CachedShifts(
        Map.of("security", rotation(shifts)), Map.of("security", ALWAYS), Map.of(), Map.of());
  }

  public static CachedRotation rotation(CachedShift... shifts) {
    Set<String> roles = new TreeSet<>(Set.of("primary", "secondary", "lead"));
    for (CachedShift shift : shifts) {
      roles.add(shift.role());
    }
    return new CachedRotation.Known(
        T0.minus(Duration.ofDays(1)), T0.plus(Duration.ofDays(14)), roles, List.of(shifts));
  }

  public static CachedShift shift(String role, String person) {
    return new CachedShift(
        role,
        List.of(person),
        T0.minus(Duration.ofDays(1)),
        T0.plus(Duration.ofDays(14)),
        "turn 46 of weekly");
  }
}
