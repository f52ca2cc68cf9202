package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.oncall.Finder;
import io.watchbill.escalation.plan.oncall.Found;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.PagedRole;
import io.watchbill.escalation.plan.shifts.OnCallAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves unacknowledged pages to the people who take over the shift. An acknowledged branch stays
 * with its owner; where nobody takes over, the people who were paged keep it.
 */
final class ShiftChange {
  private final Evaluation evaluation;
  private final Branch branch;
  private final Finder finder;

  ShiftChange(Evaluation evaluation, Branch branch) {
    this.evaluation = evaluation;
    this.branch = branch;
    this.finder = new Finder(evaluation.situation);
  }

  void run() {
    for (PagedRole pagedRole : evaluation.pagedRoles.all()) {
      Step step = evaluation.policy.steps().get(pagedRole.key().step());
      if (pagedRole.branch().equals(branch) && isWanted(step)) {
        look(pagedRole, step);
      }
    }
  }

  private boolean isWanted(Step step) {
    return evaluation.facts.acknowledged(branch, step.acknowledgements()).isEmpty()
        && step.when().unmet(evaluation.facts).isEmpty();
  }

  private void look(PagedRole pagedRole, Step step) {
    Target.RoleOf role = new Target.RoleOf(pagedRole.rotation(), pagedRole.role());
    finder.nextChange(role).ifPresent(change -> evaluation.wake(evaluation.notWhileMuted(change)));
    if (evaluation.notWhileMuted(evaluation.now).isAfter(evaluation.now)) {
      evaluation.wake(evaluation.notWhileMuted(evaluation.now));
      return;
    }
    boolean onCall =
        evaluation.shifts.who(pagedRole.rotation(), pagedRole.role(), evaluation.now)
            instanceof OnCallAnswer.People;
    if (onCall && finder.find(role) instanceof Found.Somebody somebody) {
      handOver(pagedRole, step, somebody.all());
    }
  }

  private void handOver(PagedRole before, Step step, List<Found.One> now) {
    List<String> people = now.stream().map(one -> id(one)).toList();
    PagedRole after =
        new PagedRole(
            branch,
            before.rotation(),
            before.role(),
            before.key(),
            people,
            evaluation.now,
            before.handover());
    List<String> from = before.without(after);
    List<Found.One> newcomers =
        now.stream().filter(one -> isNew(one, step, before, after.without(before))).toList();
    int handover = newcomers.isEmpty() ? before.handover() : evaluation.pagedRoles.nextHandover();
    newcomers.forEach(one -> evaluation.page(page(before, step, one, from, handover)));
    evaluation.pagedRoles.record(after.numbered(handover));
  }

  private boolean isNew(Found.One one, Step step, PagedRole before, List<String> newcomers) {
    return newcomers.contains(id(one))
        && !evaluation.hasDoneTheirPart(branch, step, one.target())
        && !evaluation.pagedRoles.isPagedThroughAnother(before, before.key(), id(one));
  }

  private PageOrder page(
      PagedRole before, Step step, Found.One one, List<String> from, int handover) {
    String how =
        from.isEmpty()
            ? " joined the shift"
            : " took over the shift from " + evaluation.shifts.names().people(from);
    return new PageOrder(
        before.key(),
        handover,
        StepRef.of(step),
        one.target(),
        one.role(),
        one.until(),
        due(before, one),
        evaluation.shifts.names().person(id(one))
            + how
            + ": "
            + one.reason()
            + "; step “"
            + step.name()
            + "”");
  }

  /** Returns the beginning of the new shift; a change that became known late is due now. */
  private Instant due(PagedRole before, Found.One one) {
    return Optional.ofNullable(one.since())
        .map(start -> inHours(before.rotation(), start))
        .map(evaluation::notWhileMuted)
        .filter(start -> start.isAfter(before.since()) && !start.isAfter(evaluation.now))
        .orElse(evaluation.now);
  }

  private Instant inHours(String rotation, Instant start) {
    boolean always =
        evaluation.policy.evenOutsideWorkingTime().contains(evaluation.facts.traits().severity());
    return always
        ? start
        : evaluation
            .shifts
            .workingTime(rotation)
            .map(time -> time.firstInside(start))
            .orElse(start);
  }

  private static String id(Found.One one) {
    return one.target() instanceof Target.Person person ? person.id() : "";
  }
}
