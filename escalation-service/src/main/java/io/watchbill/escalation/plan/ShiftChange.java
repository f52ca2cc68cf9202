package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves what nobody has acknowledged to whoever takes over the shift. An acknowledged branch stays
 * with its owner; where nobody takes over, whoever was told keeps it.
 */
final class ShiftChange {
  private final Evaluation turn;
  private final String branch;
  private final Finder finder;

  ShiftChange(Evaluation turn, String branch) {
    this.turn = turn;
    this.branch = branch;
    this.finder = new Finder(turn);
  }

  void run() {
    for (PagedRole pagedRole : List.copyOf(turn.pagedRoles())) {
      Step step = turn.policy.steps().get(pagedRole.key().step());
      if (pagedRole.branch().equals(branch) && isWanted(step)) {
        look(pagedRole, step);
      }
    }
  }

  private boolean isWanted(Step step) {
    return turn.facts.acknowledged(branch, step.acknowledgements()).isEmpty()
        && step.when().unmet(turn.facts).isEmpty();
  }

  private void look(PagedRole pagedRole, Step step) {
    Target.RoleOf role = new Target.RoleOf(pagedRole.rotation(), pagedRole.role());
    finder.nextChange(role).ifPresent(change -> turn.wake(turn.notWhileMuted(change)));
    if (turn.notWhileMuted(turn.now).isAfter(turn.now)) {
      turn.wake(turn.notWhileMuted(turn.now));
      return;
    }
    boolean onCall =
        turn.shifts.who(pagedRole.rotation(), pagedRole.role(), turn.now) instanceof OnCall.People;
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
            turn.now,
            before.handover());
    List<String> from = before.without(after);
    List<Found.One> newcomers =
        now.stream().filter(one -> isNew(one, step, before, after.without(before))).toList();
    int handover = newcomers.isEmpty() ? before.handover() : turn.nextHandover();
    newcomers.forEach(one -> turn.page(page(before, step, one, from, handover)));
    turn.pagedRole(after.numbered(handover));
  }

  private boolean isNew(Found.One one, Step step, PagedRole before, List<String> newcomers) {
    return newcomers.contains(id(one))
        && !turn.hasDoneTheirPart(branch, step, one.target())
        && !turn.isToldThroughAnother(before, before.key(), id(one));
  }

  private PageOrder page(
      PagedRole before, Step step, Found.One one, List<String> from, int handover) {
    String how =
        from.isEmpty()
            ? " joined the shift"
            : " took over the shift from " + String.join(", ", from);
    return new PageOrder(
        before.key(),
        handover,
        step.name(),
        branch,
        step.during(),
        step.acknowledgements(),
        one.target(),
        one.role(),
        due(before, one),
        id(one) + how + ": " + one.reason());
  }

  /** The beginning of the new shift; a change that was learned of late was due now. */
  private Instant due(PagedRole before, Found.One one) {
    return Optional.ofNullable(one.since())
        .map(start -> inHours(before.rotation(), start))
        .map(turn::notWhileMuted)
        .filter(start -> start.isAfter(before.since()) && !start.isAfter(turn.now))
        .orElse(turn.now);
  }

  private Instant inHours(String rotation, Instant start) {
    boolean always = turn.policy.evenOutsideWorkingTime().contains(turn.facts.severity());
    return always
        ? start
        : turn.shifts.workingTime(rotation).map(time -> time.firstInside(start)).orElse(start);
  }

  private static String id(Found.One one) {
    return one.target() instanceof Target.Person person ? person.id() : "";
  }
}
