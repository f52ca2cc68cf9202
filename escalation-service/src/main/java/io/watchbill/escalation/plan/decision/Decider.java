package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Instant;
import java.util.Optional;

/**
 * Evaluates a policy: a plain function, which the dry run uses too.
 *
 * <p>Conditions are judged at the due instant on the newest facts. A step whose {@code when} is not
 * met stays undecided, is judged again whenever the facts change and is then taken at max(due,
 * now). Due instants come from the anchor, so nothing drifts. Each repetition of a step in a run
 * ends exactly one way.
 */
public final class Decider {

  private Decider() {}

  /**
   * Decides everything that is due at {@code now}; deciding twice at an instant changes nothing.
   */
  public static EscalationDecision decide(
      Policy policy, Progress progress, Facts facts, CachedShifts shifts, Instant now) {
    Instant at = now.isBefore(progress.decidedAt()) ? progress.decidedAt() : now;
    Evaluation evaluation = new Evaluation(policy, progress, facts, shifts, at);
    for (Branch branch : policy.branches()) {
      BranchEvaluation branchEvaluation = new BranchEvaluation(evaluation, branch);
      if (facts.resolved()) {
        branchEvaluation.stop("the incident is resolved");
      } else {
        branchEvaluation.run();
      }
    }
    return evaluation.decision();
  }

  /**
   * Takes the next step of the main branch now, whatever its hour and condition, because somebody
   * asks for it; of those whose condition is met the earliest, else of the others. A step that
   * finds nobody is passed over and keeps its hour.
   *
   * @param why who asks and for what reason, to stand before the step's own reason
   * @return empty where no step is left that would page anybody; then nothing is decided
   */
  public static Optional<EscalationDecision> escalate(
      Policy policy, Progress progress, Facts facts, CachedShifts shifts, Instant now, String why) {
    Instant at = now.isBefore(progress.decidedAt()) ? progress.decidedAt() : now;
    Evaluation evaluation = new Evaluation(policy, progress, facts, shifts, at);
    if (!new NextStep(evaluation, why).take()) {
      return Optional.empty();
    }
    policy.branches().forEach(branch -> new BranchEvaluation(evaluation, branch).run());
    return Optional.of(evaluation.decision());
  }

  /**
   * Ends what runs without taking another step: each repetition begun and not ended is answered as
   * not taken, for the given reason.
   */
  public static EscalationDecision stop(
      Policy policy, Progress progress, Facts facts, Instant now, String reason) {
    Instant at = now.isBefore(progress.decidedAt()) ? progress.decidedAt() : now;
    Evaluation evaluation = new Evaluation(policy, progress, facts, CachedShifts.NONE, at);
    policy.branches().forEach(branch -> new BranchEvaluation(evaluation, branch).stop(reason));
    return evaluation.decision();
  }
}
