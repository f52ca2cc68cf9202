package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.oncall.Found;
import io.watchbill.escalation.plan.oncall.HoursCheck;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.Held;
import io.watchbill.escalation.plan.progress.PagedRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders the pages of one repetition of a step. */
final class StepPages {
  private final Evaluation evaluation;
  private final Branch branch;
  private final DueStep due;
  private final Optional<String> asked;
  private final HoursCheck hours;
  private final StepReason why;
  private final PageDue pageDue;
  private final List<String> reasons = new ArrayList<>();
  private Instant effective;
  private boolean paged;

  /** The pages of a repetition that is due, and possible since an instant. */
  StepPages(
      Evaluation evaluation, Branch branch, DueStep due, Instant possible, Optional<String> asked) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.due = due;
    this.asked = asked;
    this.hours = new HoursCheck(evaluation.situation);
    this.why = new StepReason(evaluation, due.step(), hours, asked);
    this.pageDue = new PageDue(evaluation, due, possible, hours);
    this.effective = possible;
    this.paged = evaluation.step(due.index()).paged();
  }

  /** Returns whether a target of the repetition was paged, now or before. */
  boolean paged() {
    return paged;
  }

  /** Returns when the pages were due: when they were possible and within the needed hours. */
  Instant effective() {
    return effective;
  }

  /** Adds why a target is not paged. */
  void because(String reason) {
    reasons.add(reason);
  }

  /** Returns why the step pages or does not, without its condition. */
  String reasons() {
    return String.join("; ", reasons);
  }

  String reason() {
    return why.of(reasons.isEmpty() ? "paged before" : reasons());
  }

  /** Returns the hold of the repetition while targets are held. */
  Held held(Unreached unreached) {
    return new Held(
        due.step().name(),
        branch,
        due.key().run(),
        due.key().repetition(),
        due.at(),
        unreached.heldUntil().orElse(null),
        why.of(unreached.whyHeld()));
  }

  boolean hasDoneTheirPart(Found.One one) {
    return asked.isEmpty() && evaluation.hasDoneTheirPart(branch, due.step(), one.target());
  }

  /**
   * Orders a page, unless it is not the target's hour.
   *
   * @param nobodySince since when the targets before this one had nobody; null if it is their own
   */
  void order(Found.One one, @Nullable Instant nobodySince) {
    Optional<HoursCheck.Unmet> unmet = hours.unmet(due.step(), one.target());
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

  /** Records who was paged through a role, for the next shift change. */
  void recordRoles(List<Found.One> all) {
    Map<Target.RoleOf, List<String>> people = new LinkedHashMap<>();
    for (Found.One one : all) {
      if (one.role() != null && one.target() instanceof Target.Person person) {
        people.computeIfAbsent(one.role(), role -> new ArrayList<>()).add(person.id());
      }
    }
    people.forEach(
        (role, ids) ->
            evaluation.pagedRoles.record(
                new PagedRole(
                    branch, role.rotation(), role.role(), due.key(), ids, evaluation.now, 0)));
  }

  String name(Found.One one) {
    return one.target() instanceof Target.Person person
        ? evaluation.shifts.names().person(person.id())
        : "the webhook";
  }
}
