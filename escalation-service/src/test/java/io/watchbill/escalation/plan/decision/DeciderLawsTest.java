package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Anchors;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.BranchAcknowledgement;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.facts.Traits;
import io.watchbill.escalation.plan.policy.After;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Repeat;
import io.watchbill.escalation.plan.policy.Since;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.Timing;
import io.watchbill.escalation.plan.policy.When;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.Window;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import io.watchbill.testkit.law.Choices;
import io.watchbill.testkit.law.Law;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Laws of the decision, over random policies, facts and instants. */
class DeciderLawsTest {

  private static final Instant END = minutes(600);

  /** Windows and shifts that begin and end while the random incidents run. */
  private static final CachedShifts KEPT =
      new CachedShifts(
          Map.of(
              "security",
              Given.rotation(
                  new CachedShift("primary", List.of("alice"), minutes(-9), minutes(70), null),
                  new CachedShift("primary", List.of("ann"), minutes(110), minutes(5_000), null),
                  Given.shift("lead", "carol"),
                  CachedShift.off("primary", minutes(70), minutes(110)),
                  new CachedShift("evening", List.of("eve"), minutes(20), minutes(50), null),
                  CachedShift.off("evening", minutes(50), minutes(120)),
                  new CachedShift("evening", List.of("fred"), minutes(200), minutes(900), null)),
              "company",
              Given.rotation(Given.shift("legal", "lea"))),
          Map.of("security", works(-60, 33, 95, 180, 400, 460), "company", Given.ALWAYS),
          Map.of("alice", works(10, 70, 300, 500), "dora", works(-10, 5)),
          Map.of("blue", List.of("company", "security")));

  private static WorkingTime works(int... minutes) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < minutes.length; i += 2) {
      windows.add(new Window(minutes(minutes[i]), minutes(minutes[i + 1])));
    }
    return new WorkingTime("UTC", false, minutes(-1_000), minutes(20_000), windows);
  }

  @Law(cases = 500)
  void decidingIsPure(Choices any) {
    Policy policy = any.show("policy", policy(any));
    Facts facts = any.show("facts", facts(any));
    Progress progress = Progress.start(policy, T0);
    Instant at = T0.plusSeconds(any.below(40_000));

    EscalationDecision once = Decider.decide(policy, progress, facts, KEPT, at);
    EscalationDecision twice = Decider.decide(policy, progress, facts, KEPT, at);

    assertThat(twice).isEqualTo(once);
    assertThat(progress).isEqualTo(Progress.start(policy, T0));
  }

  @Law(cases = 500)
  void decidingAgainAtTheSameInstantBringsNothing(Choices any) {
    Policy policy = any.show("policy", policy(any));
    Facts facts = any.show("facts", facts(any));
    Walk walk = new Walk(policy, facts, KEPT).wake(T0.plusSeconds(any.below(40_000)));

    walk.wake(walk.progress().decidedAt());

    assertThat(walk.last().outcomes()).isEmpty();
    assertThat(walk.last().orders().pages()).isEmpty();
    assertThat(walk.last().orders().alarms()).isEmpty();
  }

  @Law(cases = 500)
  void itNeverGoesBackInTime(Choices any) {
    Policy policy = any.show("policy", policy(any));
    Facts facts = any.show("facts", facts(any));
    Walk walk = new Walk(policy, facts, KEPT);

    for (int i = 0; i < 20; i++) {
      Instant before = walk.progress().decidedAt();
      walk.wake(T0.plusSeconds(any.below(40_000)));
      assertThat(walk.progress().decidedAt()).isAfterOrEqualTo(before);
      walk.last().next().due().ifPresent(next -> assertThat(next).isAfter(before));
    }
  }

  @Law(cases = 500)
  void nextDueIsAlwaysAhead(Choices any) {
    Policy policy = any.show("policy", policy(any));
    Facts facts = any.show("facts", facts(any));
    Walk walk = new Walk(policy, facts, KEPT).wake(T0.plusSeconds(any.below(40_000)));

    walk.last()
        .next()
        .due()
        .ifPresent(next -> assertThat(next).isAfter(walk.progress().decidedAt()));
  }

  @Law(cases = 500)
  void eachRepetitionEndsExactlyOneWay(Choices any) {
    Policy policy = any.show("policy", policy(any));
    Facts facts = any.show("facts", facts(any));
    Walk walk = new Walk(policy, facts, KEPT);
    for (int i = 1; i <= 10; i++) {
      walk.wake(T0.plusSeconds(i * 3_000L + any.below(3_000)));
    }

    walk.with(Given.resolved(facts)).wake(END.plusSeconds(60));

    assertThat(walk.outcomes).extracting(Outcome::key).doesNotHaveDuplicates();
    assertThat(walk.outcomes).allSatisfy(o -> assertThat(o.reason()).isNotBlank());
    assertThat(walk.outcomes).hasSize(begunRepetitions(policy, walk.progress()));
  }

  @Law(cases = 500)
  void wakingMoreOftenChangesNothing(Choices any) {
    Policy policy = any.show("policy", policy(any));
    Facts facts = any.show("facts", facts(any));
    Walk punctual = new Walk(policy, facts, KEPT).until(END);

    Walk restless = new Walk(policy, facts, KEPT).wake(T0);
    Instant at = T0;
    while (at.isBefore(END)) {
      Instant extra = at.plusSeconds(1 + any.below(1_200));
      at = restless.last().next().due().filter(due -> due.isBefore(extra)).orElse(extra);
      at = at.isAfter(END) ? END : at;
      restless.wake(at);
    }

    assertThat(restless.outcomes).isEqualTo(punctual.outcomes);
    assertThat(restless.pages).isEqualTo(punctual.pages);
    assertThat(restless.alarms).isEqualTo(punctual.alarms);
  }

  @Law(cases = 300)
  void whatIsPunctualIsDueWhenItIsTaken(Choices any) {
    Policy policy = any.show("policy", policy(any));
    Facts facts = any.show("facts", facts(any));
    Walk walk = new Walk(policy, facts, KEPT).wake(T0);

    while (walk.last().next().due().filter(due -> due.isBefore(END)).isPresent()) {
      walk.wake(walk.last().next().due().get());
      Instant now = walk.progress().decidedAt();
      assertThat(walk.last().orders().pages())
          .allSatisfy(page -> assertThat(page.due()).isEqualTo(now));
    }
  }

  /** A dry run is woken when something is due; the engine at any time, and late never here. */
  @Law(cases = 500)
  void aDryRunIsWhatTheEngineThenDoes(Choices any) {
    Policy policy = any.show("policy", policy(any));
    List<Rehearsal.Change> incident = any.show("incident", incident(any));
    List<Rehearsal.Evaluation> rehearsed =
        Rehearsal.walk(policy, incident, KEPT, T0, Duration.between(T0, END));

    Walk engine = new Walk(policy, incident.getFirst().facts(), KEPT).wake(T0);
    for (Instant at = T0; at.isBefore(END) && engine.last().end().isEmpty(); ) {
      Instant now = at;
      Instant nudge = now.plusSeconds(1 + any.below(1_500));
      Stream<Instant> due = engine.last().next().due().stream();
      Stream<Instant> changes = incident.stream().map(Rehearsal.Change::at);
      at =
          Stream.of(due, changes, Stream.of(nudge, END))
              .flatMap(all -> all)
              .filter(next -> next.isAfter(now))
              .min(Instant::compareTo)
              .orElse(END);
      engine.with(factsAt(incident, at)).wake(at);
    }

    assertThat(engine.pages)
        .isEqualTo(
            rehearsed.stream().flatMap(turn -> turn.decision().orders().pages().stream()).toList());
    assertThat(engine.outcomes)
        .isEqualTo(
            rehearsed.stream().flatMap(turn -> turn.decision().outcomes().stream()).toList());
    assertThat(engine.alarms)
        .isEqualTo(
            rehearsed.stream()
                .flatMap(turn -> turn.decision().orders().alarms().stream())
                .toList());
  }

  private static Facts factsAt(List<Rehearsal.Change> incident, Instant at) {
    Facts facts = incident.getFirst().facts();
    for (Rehearsal.Change change : incident) {
      facts = change.at().isAfter(at) ? facts : change.facts();
    }
    return facts;
  }

  private static List<Rehearsal.Change> incident(Choices any) {
    List<Facts> states = any.list(1, 4, DeciderLawsTest::facts);
    List<Integer> gaps = any.list(4, 4, each -> each.between(1, 9_000));
    return incident(states, gaps, any.of(true, false));
  }

  /** Each state holds from its change on; the last one may be the end. */
  private static List<Rehearsal.Change> incident(
      List<Facts> states, List<Integer> gaps, boolean resolves) {
    List<Rehearsal.Change> changes = new ArrayList<>();
    changes.add(new Rehearsal.Change(T0, states.getFirst()));
    Instant at = T0;
    for (int i = 1; i < states.size(); i++) {
      at = at.plusSeconds(gaps.get(i));
      Facts changed = Given.changedAt(states.get(i), at);
      boolean last = i == states.size() - 1;
      changes.add(new Rehearsal.Change(at, last && resolves ? Given.resolved(changed) : changed));
    }
    return changes;
  }

  private static int begunRepetitions(Policy policy, Progress progress) {
    int begun = 0;
    for (Step step : policy.steps()) {
      int runs = progress.branches().get(step.branch()).run() + 1;
      begun += runs * (step.timing().repeat().times() + 1);
    }
    return begun;
  }

  private static Policy policy(Choices any) {
    List<Step> steps = any.list(0, 6, DeciderLawsTest::step);
    return new Policy("random", steps, any.between(1, 3), new TreeSet<>(Set.of("P0")));
  }

  private static Facts facts(Choices any) {
    Instant updated = minutes(any.between(-5, 90));
    return new Facts(
        false,
        new Traits(
            any.of("P0", "P1", "P2"),
            any.some(2, "data-breach", "ransomware"),
            any.optional(0.5, each -> each.of("phishing", "insider")),
            false,
            any.optional(0.5, each -> each.of("dora", "alice"))),
        new Anchors(T0, updated, updated),
        acknowledged(any),
        any.optional(0.9, each -> Duration.ofMinutes(each.of(5, 15))),
        any.optional(0.2, each -> minutes(each.between(-10, 60))),
        Optional.empty());
  }

  private static Map<Branch, List<BranchAcknowledgement>> acknowledged(Choices any) {
    Map<Branch, List<BranchAcknowledgement>> acknowledged = new HashMap<>();
    for (String branch : any.some(2, "main", "legal")) {
      BranchAcknowledgement first =
          new BranchAcknowledgement("alice", minutes(3), any.of(true, false));
      BranchAcknowledgement second = new BranchAcknowledgement("bob", minutes(4), true);
      acknowledged.put(new Branch(branch), any.onceIn(3) ? List.of(first, second) : List.of(first));
    }
    return acknowledged;
  }

  private static Step step(Choices any) {
    return new Step(
        "step",
        new Branch(any.of("main", "legal")),
        when(any),
        new Timing(
            any.of(Since.values()),
            after(any),
            new Repeat(Duration.ofMinutes(any.between(1, 40)), any.between(0, 4))),
        any.of(While.values()),
        any.list(1, 3, DeciderLawsTest::target),
        any.of(
            new IfNobody.Skip(),
            new IfNobody.Skip(),
            new IfNobody.Hold(),
            new IfNobody.Fallback(Given.LEAD)),
        any.of(1, 1, 2));
  }

  private static When when(Choices any) {
    return new When(
        new TreeSet<>(any.some(2, "P0", "P1", "P2")),
        new TreeSet<>(any.some(1, "data-breach", "ransomware")),
        new TreeSet<>(any.some(1, "phishing", "insider")),
        any.optional(0.1, each -> each.of(true, false)),
        any.optional(0.3, DeciderLawsTest::hours));
  }

  private static Hours hours(Choices any) {
    return any.of(
        new Hours("security", true),
        new Hours("security", false),
        new Hours("unknown", true),
        new Hours(null, true),
        new Hours(null, false));
  }

  private static After after(Choices any) {
    return switch (any.below(3)) {
      case 0 -> new After.Fixed(Duration.ofMinutes(any.between(0, 60)));
      case 1 -> new After.Business(Duration.ofMinutes(any.between(1, 60)), "security");
      default -> new After.AcknowledgeSla();
    };
  }

  private static Target target(Choices any) {
    return any.of(
        Given.PRIMARY,
        Given.LEAD,
        Given.LEGAL,
        new Target.RoleOf("security", "nobody"),
        new Target.RoleOf("security", "evening"),
        new Target.RoleOf("unknown", "primary"),
        new Target.NextOf("security", "evening"),
        new Target.NextOf("security", "primary"),
        new Target.Team("blue"),
        new Target.Commander(),
        new Target.Person("dora"),
        new Target.Webhook("siem"));
  }
}
