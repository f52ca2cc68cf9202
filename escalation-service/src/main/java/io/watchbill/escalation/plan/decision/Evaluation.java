package io.watchbill.escalation.plan.decision;

import static java.util.Objects.requireNonNull;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.oncall.Situation;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.progress.BranchProgress;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.progress.StepProgress;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects the results of one evaluation of all branches. */
final class Evaluation {

  final Situation situation;
  final Policy policy;
  final Facts facts;
  final CachedShifts shifts;
  final Instant now;
  final PagedRoles pagedRoles;

  private final Map<Branch, BranchProgress> branches;
  private final List<StepProgress> steps;
  private final SortedSet<AlarmKind> raised;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<PageOrder> pages = new ArrayList<>();
  private final List<AlarmOrder> alarms = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Held> holds = new ArrayList<>();
  private @Nullable Instant nextDue;
  private boolean unknown;
  private boolean holding;
  private @Nullable String end;

  Evaluation(Policy policy, Progress progress, Facts facts, CachedShifts shifts, Instant now) {
    this.situation = new Situation(policy, facts, shifts, now);
    this.policy = policy;
    this.facts = facts;
    this.shifts = shifts;
    this.now = now;
    this.branches = new TreeMap<>(progress.branches());
    this.steps = new ArrayList<>(progress.steps());
    this.raised = new TreeSet<>(progress.alarms());
    this.pagedRoles = new PagedRoles(policy, facts, progress.pagedRoles());
  }

  BranchProgress branch(Branch name) {
    return requireNonNull(branches.get(name));
  }

  void branch(Branch name, BranchProgress progress) {
    branches.put(name, progress);
  }

  StepProgress step(int index) {
    return steps.get(index);
  }

  void step(int index, StepProgress progress) {
    steps.set(index, progress);
  }

  void end(Outcome outcome) {
    outcomes.add(outcome);
  }

  void page(PageOrder page) {
    boolean already =
        pages.stream()
            .anyMatch(p -> p.key().equals(page.key()) && p.target().equals(page.target()));
    if (!already) {
      pages.add(page);
    }
  }

  /** Returns whether a person has acknowledged a branch that needs several acknowledgements. */
  boolean hasDoneTheirPart(Branch branch, Step step, Target.Resolved target) {
    return step.during() == While.UNACKNOWLEDGED
        && target instanceof Target.Person person
        && facts.hasAcknowledged(branch, person.id());
  }

  Instant notWhileMuted(Instant due) {
    return facts.mutedUntil().filter(quiet -> quiet.isAfter(due)).orElse(due);
  }

  void alarm(AlarmKind kind, Branch branch, String reason) {
    if (raised.add(kind)) {
      alarms.add(new AlarmOrder(kind, branch, reason));
    }
  }

  void waits(Waiting step) {
    waiting.add(step);
  }

  /** Records that a repetition waits for some of its targets; a hold is reported once. */
  void partly(DueStep due, SortedSet<Integer> settled, boolean paged, @Nullable Held held) {
    if (held != null && step(due.index()).held() == null) {
      holds.add(held);
    }
    step(due.index(), step(due.index()).partly(settled, paged, held));
  }

  /** Somebody may come on call any minute. */
  void holdsForSomebody() {
    holding = true;
  }

  void waitsForShifts() {
    unknown = true;
  }

  void wake(Instant at) {
    if (nextDue == null || at.isBefore(nextDue)) {
      nextDue = at;
    }
  }

  void over(String reason) {
    end = reason;
  }

  EscalationDecision decision() {
    Progress progress = new Progress(now, branches, steps, raised, pagedRoles.all());
    return new EscalationDecision(
        progress,
        List.copyOf(outcomes),
        new Orders(List.copyOf(pages), pagedRoles.takeovers(), List.copyOf(alarms)),
        List.copyOf(waiting),
        List.copyOf(holds),
        new NextEvaluation(Optional.ofNullable(nextDue), unknown, holding),
        Optional.ofNullable(end));
  }
}
