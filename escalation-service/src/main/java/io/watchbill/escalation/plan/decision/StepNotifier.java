package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.oncall.Finder;
import io.watchbill.escalation.plan.oncall.Found;
import io.watchbill.escalation.plan.oncall.HoursCheck;
import io.watchbill.escalation.plan.policy.IfNobody;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.PagedRole;
import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Pages the targets of one repetition of a step. Targets that can be paged are paged at once; the
 * step waits for those that are unknown or held, and nobody is paged twice.
 */
final class StepNotifier {

  /** After this long without an answer an alarm is raised; the step keeps waiting. */
  static final Duration UNKNOWN_LIMIT = Duration.ofSeconds(30);

  private final Evaluation evaluation;
  private final String branch;
  private final Due due;
  private final Instant possible;
  private final Finder finder;
  private final HoursCheck hours;
  private final StepReason why;
  private final PageDue pageDue;
  private final Optional<String> asked;
  private final SortedSet<Integer> settled;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<Found.Later> later = new ArrayList<>();
  private final List<Found.Nobody> nobody = new ArrayList<>();
  private Instant effective;
  private boolean paged;
  private boolean foundWhoHasAcknowledged;
  private Instant nobodySince;

  /** Pages a repetition that is due, and possible since an instant. */
  StepNotifier(Evaluation evaluation, String branch, Due due, Instant possible) {
    this(evaluation, branch, due, possible, Optional.empty());
  }

  /** Pages now because somebody asks for it, without waiting for unknown or held targets. */
  StepNotifier(
      Evaluation evaluation, String branch, Due due, Instant possible, Optional<String> asked) {
    this.asked = asked;
    this.evaluation = evaluation;
    this.branch = branch;
    this.due = due;
    this.possible = possible;
    this.effective = possible;
    this.finder = new Finder(evaluation.situation);
    this.hours = new HoursCheck(evaluation.situation);
    this.why = new StepReason(evaluation, due.step(), hours, asked);
    this.pageDue = new PageDue(evaluation, due, possible, hours);
    this.settled = new TreeSet<>(evaluation.step(due.index()).settled());
    this.paged = evaluation.step(due.index()).paged();
  }

  void run() {
    List<Target> targets = due.step().targets();
    for (int index = 0; index < targets.size(); index++) {
      if (!settled.contains(index) && page(targets.get(index))) {
        settled.add(index);
      }
    }
    if (asked.isPresent()) {
      return;
    }
    if (!paged && unknown.isEmpty() && later.isEmpty()) {
      forWantOfOthers(due.step().ifNobody());
    }
    if (waits()) {
      if (due.step().ifNobody() instanceof IfNobody.Hold) {
        nobody.stream().map(Found.Nobody::until).filter(Objects::nonNull).forEach(evaluation::wake);
      }
      Held held = later.isEmpty() ? null : held();
      evaluation.partly(due, settled, paged, held);
      waitForShifts();
    }
  }

  boolean waits() {
    return !unknown.isEmpty() || !later.isEmpty();
  }

  boolean paged() {
    return paged;
  }

  /** Returns whether it paged nobody because everybody it found has acknowledged. */
  boolean foundOnlyWhoHasAcknowledged() {
    return !paged && foundWhoHasAcknowledged;
  }

  /** Returns when the pages were due: when they were possible and within the needed hours. */
  Instant effective() {
    return effective;
  }

  String reason() {
    return why.of(reasons.isEmpty() ? "paged before" : String.join("; ", reasons));
  }

  /** Returns whether the target is settled. */
  private boolean page(Target target) {
    return switch (finder.find(target)) {
      case Found.Somebody some -> {
        boolean settles = page(some.all());
        pagedRole(some.all());
        yield settles;
      }
      case Found.Nobody none -> nobody(none);
      case Found.Later held -> {
        later.add(held);
        yield false;
      }
      case Found.Unknown nothing -> {
        unknown.add(nothing.reason());
        yield false;
      }
    };
  }

  private boolean nobody(Found.Nobody none) {
    reasons.add(none.reason());
    nobody.add(none);
    return !(due.step().ifNobody() instanceof IfNobody.Hold);
  }

  /** Pages those who have not acknowledged; where all have, nobody counts as found. */
  private boolean page(List<Found.One> all) {
    List<Found.One> others = all.stream().filter(one -> !hasDoneTheirPart(one)).toList();
    if (others.isEmpty()) {
      foundWhoHasAcknowledged = true;
      String people = String.join(", ", all.stream().map(this::name).toList());
      return nobody(new Found.Nobody("already acknowledged by " + people, null));
    }
    others.forEach(this::page);
    return true;
  }

  private boolean hasDoneTheirPart(Found.One one) {
    return asked.isEmpty() && evaluation.hasDoneTheirPart(branch, due.step(), one.target());
  }

  /** Records who was paged through a role, for the next shift change. */
  private void pagedRole(List<Found.One> all) {
    Map<Target.RoleOf, List<String>> people = new LinkedHashMap<>();
    for (Found.One one : all) {
      if (one.role() != null && one.target() instanceof Target.Person person) {
        people.computeIfAbsent(one.role(), role -> new ArrayList<>()).add(person.id());
      }
    }
    people.forEach(
        (role, ids) ->
            evaluation.pagedRole(
                new PagedRole(
                    branch, role.rotation(), role.role(), due.key(), ids, evaluation.now, 0)));
  }

  private void forWantOfOthers(IfNobody otherwise) {
    switch (otherwise) {
      case IfNobody.Skip skip -> {}
      case IfNobody.Fallback fallback -> {
        // The people of the targets may have left while the step waited.
        nobodySince = finder.lastChange(due.step().targets()).orElse(null);
        page(fallback.target());
      }
      case IfNobody.Hold hold -> {
        Instant until = first(nobody.stream().map(Found.Nobody::until));
        later.add(new Found.Later(String.join("; ", reasons), until));
        evaluation.holdsForSomebody();
      }
    }
  }

  private void page(Found.One one) {
    var unmet = hours.unmet(due.step(), one.target());
    if (asked.isEmpty() && unmet.isPresent()) {
      reasons.add(name(one) + " is not paged: " + unmet.get().reason());
      return;
    }
    paged = true;
    String met = hours.met(due.step(), one.target());
    String reason = one.reason() + (met.isEmpty() ? "" : "; " + met);
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    Instant from = pageDue.of(one, nobodySince);
    effective = from.isAfter(effective) ? from : effective;
    evaluation.page(
        new PageOrder(
            due.key(), 0, step(), one.target(), one.role(), one.until(), from, why.of(reason)));
  }

  /** A page that somebody asks for goes out although the branch is acknowledged. */
  private StepRef step() {
    Step step = due.step();
    boolean acknowledged =
        asked.isPresent()
            && evaluation.facts.acknowledged(branch, step.acknowledgements()).isPresent();
    return acknowledged ? StepRef.of(step).during(While.OPEN) : StepRef.of(step);
  }

  private Held held() {
    Instant until = first(later.stream().map(Found.Later::until));
    if (until != null) {
      evaluation.wake(until);
    }
    String reason = String.join("; ", later.stream().map(Found.Later::reason).toList());
    StepKey key = due.key();
    return new Held(
        due.step().name(), branch, key.run(), key.repetition(), due.at(), until, why.of(reason));
  }

  private void waitForShifts() {
    if (unknown.isEmpty()) {
      return;
    }
    evaluation.waitsForShifts();
    Instant limit = possible.plus(UNKNOWN_LIMIT);
    if (evaluation.now.isBefore(limit)) {
      evaluation.wake(limit);
    } else {
      evaluation.alarm(AlarmKind.UNKNOWN_ON_CALL, branch, String.join("; ", unknown));
    }
  }

  private String name(Found.One one) {
    return one.target() instanceof Target.Person person
        ? evaluation.shifts.names().person(person.id())
        : "the webhook";
  }

  private static Instant first(Stream<Instant> instants) {
    return instants.filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
  }
}
