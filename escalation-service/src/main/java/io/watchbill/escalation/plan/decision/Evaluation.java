package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.oncall.Situation;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.progress.BranchProgress;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.PagedRole;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.progress.StepKey;
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

/** Collects the results of one evaluation of all branches. */
final class Evaluation {

  final Situation situation;
  final Policy policy;
  final Facts facts;
  final CachedShifts shifts;
  final Instant now;

  private final Map<String, BranchProgress> branches;
  private final List<StepProgress> steps;
  private final SortedSet<AlarmKind> raised;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<PageOrder> pages = new ArrayList<>();
  private final List<AlarmOrder> alarms = new ArrayList<>();
  private final List<PagedRole> pagedRoles;
  private final List<Takeover> takeovers = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Held> holds = new ArrayList<>();
  private Instant nextDue;
  private boolean unknown;
  private boolean holding;
  private String end;

  Evaluation(Policy policy, Progress progress, Facts facts, CachedShifts shifts, Instant now) {
    this.situation = new Situation(policy, facts, shifts, now);
    this.policy = policy;
    this.facts = facts;
    this.shifts = shifts;
    this.now = now;
    this.branches = new TreeMap<>(progress.branches());
    this.steps = new ArrayList<>(progress.steps());
    this.raised = new TreeSet<>(progress.alarms());
    this.pagedRoles = new ArrayList<>(progress.pagedRoles());
  }

  BranchProgress branch(String name) {
    return branches.get(name);
  }

  void branch(String name, BranchProgress progress) {
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

  List<PagedRole> pagedRoles() {
    return pagedRoles;
  }

  /**
   * Returns the number of the next shift change. Pages after a change have its number, so that a
   * person whose shift comes back is paged again.
   */
  int nextHandover() {
    return 1 + pagedRoles.stream().mapToInt(PagedRole::handover).max().orElse(0);
  }

  /** Returns whether a person is paged for a key through another role. */
  boolean isPagedThroughAnother(PagedRole than, StepKey key, String person) {
    return pagedRoles.stream().anyMatch(w -> !w.isOf(than) && w.hasPaged(key, person));
  }

  /** Returns whether a person has acknowledged a branch that needs several acknowledgements. */
  boolean hasDoneTheirPart(String branch, Step step, Target.Resolved target) {
    return step.during() == While.UNACKNOWLEDGED
        && target instanceof Target.Person person
        && facts.hasAcknowledged(branch, person.id());
  }

  /** Records who has the shift now; the people who left it are paged no more. */
  void pagedRole(PagedRole now) {
    for (int i = 0; i < pagedRoles.size(); i++) {
      PagedRole before = pagedRoles.get(i);
      if (before.isOf(now)) {
        List<String> left = left(before, now);
        if (!left.isEmpty()) {
          takeovers.add(Takeover.of(now, left));
        }
        boolean same = before.people().equals(now.people()) && before.key().equals(now.key());
        int handover = Math.max(before.handover(), now.handover());
        pagedRoles.set(i, same ? before : now.numbered(handover));
        return;
      }
    }
    pagedRoles.add(now);
  }

  /** Returns the people who left: those paged through another role or by name have not. */
  private List<String> left(PagedRole before, PagedRole now) {
    Step step = policy.steps().get(before.key().step());
    return before.without(now).stream()
        .filter(person -> !isNamed(step, person))
        .filter(person -> !isPagedThroughAnother(before, before.key(), person))
        .toList();
  }

  private boolean isNamed(Step step, String person) {
    boolean commands = facts.commander().filter(person::equals).isPresent();
    return step.targets().contains(new Target.Person(person))
        || commands && step.targets().contains(new Target.Commander());
  }

  Instant notWhileMuted(Instant due) {
    return facts.mutedUntil().filter(quiet -> quiet.isAfter(due)).orElse(due);
  }

  void alarm(AlarmKind kind, String branch, String reason) {
    if (raised.add(kind)) {
      alarms.add(new AlarmOrder(kind, branch, reason));
    }
  }

  void waits(Waiting step) {
    waiting.add(step);
  }

  /** Records that a repetition waits for some of its targets; a hold is reported once. */
  void partly(Due due, SortedSet<Integer> settled, boolean paged, Held held) {
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

  Decision decision() {
    Progress progress = new Progress(now, branches, steps, raised, pagedRoles);
    return new Decision(
        progress,
        List.copyOf(outcomes),
        List.copyOf(pages),
        List.copyOf(takeovers),
        List.copyOf(alarms),
        List.copyOf(waiting),
        List.copyOf(holds),
        Optional.ofNullable(nextDue),
        unknown,
        holding,
        Optional.ofNullable(end));
  }
}
