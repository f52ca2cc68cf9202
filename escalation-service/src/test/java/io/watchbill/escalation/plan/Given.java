package io.watchbill.escalation.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Words for the tests of the plan: policies, facts and shifts. */
final class Given {
  static final Instant T0 = Instant.parse("2026-03-02T02:00:00Z");
  static final Duration SLA = Duration.ofMinutes(15);
  static final Target PRIMARY = new Target.RoleOf("security", "primary");
  static final Target SECONDARY = new Target.RoleOf("security", "secondary");
  static final Target LEAD = new Target.RoleOf("security", "lead");
  static final Target LEGAL = new Target.RoleOf("company", "legal");

  /** Working time without end. */
  static final WorkingTime ALWAYS =
      new WorkingTime(
          "UTC", true, T0.minus(Duration.ofDays(35)), T0.plus(Duration.ofDays(16)), List.of());

  private Given() {}

  static Instant minutes(long minutes) {
    return T0.plus(Duration.ofMinutes(minutes));
  }

  static After after(Duration duration) {
    return new After.Fixed(duration);
  }

  static After atOnce() {
    return after(Duration.ZERO);
  }

  static Step step(String name, After after, Target... targets) {
    return new Step(
        name,
        Policy.MAIN,
        When.ALWAYS,
        Since.TRIGGERED,
        after,
        While.UNACKNOWLEDGED,
        List.of(targets),
        Repeat.NEVER,
        new IfNobody.Skip(),
        1);
  }

  static Step severities(Step s, String... severities) {
    return with(s, When.of(new TreeSet<>(Set.of(severities)), s.when().tags()));
  }

  static Step tagged(Step s, String... tags) {
    return with(s, When.of(s.when().severities(), new TreeSet<>(Set.of(tags))));
  }

  static Step branch(Step s, String branch) {
    return new Step(
        s.name(),
        branch,
        s.when(),
        s.since(),
        s.after(),
        s.during(),
        s.targets(),
        s.repeat(),
        s.ifNobody(),
        s.acknowledgements());
  }

  static Step since(Step s, Since since) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        since,
        s.after(),
        s.during(),
        s.targets(),
        s.repeat(),
        s.ifNobody(),
        s.acknowledgements());
  }

  static Step whileOpen(Step s) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        s.since(),
        s.after(),
        While.OPEN,
        s.targets(),
        s.repeat(),
        s.ifNobody(),
        s.acknowledgements());
  }

  static Step repeat(Step s, Duration every, int times) {
    return new Step(
        s.name(),
        s.branch(),
        s.when(),
        s.since(),
        s.after(),
        s.during(),
        s.targets(),
        new Repeat(every, times),
        s.ifNobody(),
        s.acknowledgements());
  }

  static Step with(Step s, When when) {
    return new Step(
        s.name(),
        s.branch(),
        when,
        s.since(),
        s.after(),
        s.during(),
        s.targets(),
        s.repeat(),
        s.ifNobody(),
        s.acknowledgements());
  }

  static Policy policy(Step... steps) {
    return new Policy("security", List.of(steps), 1);
  }

  static Policy policy(int runs, Step... steps) {
    return new Policy("security", List.of(steps), runs);
  }

  /** The policy of the guide: R060 to R064 and R066. */
  static Policy guide() {
    return policy(
        step("primary", atOnce(), PRIMARY),
        severities(step("lead of a P0", atOnce(), LEAD), "P0"),
        severities(step("secondary", new After.AcknowledgeSla(), SECONDARY), "P0", "P1"),
        severities(whileOpen(step("lead of a P1", after(Duration.ofHours(1)), LEAD)), "P1"),
        branch(tagged(step("legal", atOnce(), LEGAL), "data-breach"), "legal"));
  }

  static Facts facts(String severity, String... tags) {
    return new Facts(
        false,
        severity,
        Set.of(tags),
        Optional.empty(),
        false,
        Optional.empty(),
        new Anchors(T0, null, null),
        Map.of(),
        Optional.of(SLA),
        Optional.empty(),
        Optional.empty());
  }

  static Facts acknowledged(Facts f, String branch, boolean confirmed) {
    return new Facts(
        f.resolved(),
        f.severity(),
        f.tags(),
        f.type(),
        f.restricted(),
        f.commander(),
        f.anchors(),
        Map.of(branch, List.of(new Acknowledged("alice", T0, confirmed))),
        f.acknowledgeSla(),
        f.mutedUntil(),
        f.conditionsSince());
  }

  static Facts resolved(Facts f) {
    return new Facts(
        true,
        f.severity(),
        f.tags(),
        f.type(),
        f.restricted(),
        f.commander(),
        f.anchors(),
        f.acknowledgements(),
        f.acknowledgeSla(),
        f.mutedUntil(),
        f.conditionsSince());
  }

  static Facts mutedUntil(Facts f, Instant until) {
    return new Facts(
        f.resolved(),
        f.severity(),
        f.tags(),
        f.type(),
        f.restricted(),
        f.commander(),
        f.anchors(),
        f.acknowledgements(),
        f.acknowledgeSla(),
        Optional.of(until),
        f.conditionsSince());
  }

  static Facts changedAt(Facts f, Instant at) {
    return new Facts(
        f.resolved(),
        f.severity(),
        f.tags(),
        f.type(),
        f.restricted(),
        f.commander(),
        f.anchors(),
        f.acknowledgements(),
        f.acknowledgeSla(),
        f.mutedUntil(),
        Optional.of(at));
  }

  static Facts updatedAt(Facts f, Instant at) {
    return new Facts(
        f.resolved(),
        f.severity(),
        f.tags(),
        f.type(),
        f.restricted(),
        f.commander(),
        new Anchors(f.anchors().triggered(), at, f.anchors().severityChange()),
        f.acknowledgements(),
        f.acknowledgeSla(),
        f.mutedUntil(),
        f.conditionsSince());
  }

  static CachedShifts shifts() {
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
  static CachedShifts shifts(CachedShift... shifts) {
    return new CachedShifts(
        Map.of("security", rotation(shifts)), Map.of("security", ALWAYS), Map.of(), Map.of());
  }

  static CachedRotation rotation(CachedShift... shifts) {
    Set<String> roles = new TreeSet<>(Set.of("primary", "secondary", "lead"));
    for (CachedShift shift : shifts) {
      roles.add(shift.role());
    }
    return new CachedRotation.Known(
        T0.minus(Duration.ofDays(1)), T0.plus(Duration.ofDays(14)), roles, List.of(shifts));
  }

  static CachedShift shift(String role, String person) {
    return new CachedShift(
        role,
        List.of(person),
        T0.minus(Duration.ofDays(1)),
        T0.plus(Duration.ofDays(14)),
        "weekly");
  }
}
