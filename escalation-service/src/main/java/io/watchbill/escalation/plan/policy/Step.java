package io.watchbill.escalation.plan.policy;

import io.watchbill.escalation.plan.facts.Branch;
import java.util.List;
import java.util.stream.Stream;

/**
 * One timed step of a policy.
 *
 * @param branch the step's branch; only {@link Branch#MAIN} acknowledges the incident
 * @param acknowledgements how many different people must have acknowledged its branch before it is
 *     acknowledged for this step
 */
public record Step(
    String name,
    Branch branch,
    When when,
    Timing timing,
    While during,
    List<Target> targets,
    IfNobody ifNobody,
    int acknowledgements) {

  /** Returns the number of its last repetition; the first is 0. */
  public int last() {
    return timing.repeat().times();
  }

  /** Returns all its targets, including the fallback. */
  public List<Target> allTargets() {
    return ifNobody instanceof IfNobody.Fallback instead
        ? Stream.concat(targets.stream(), Stream.of(instead.target())).toList()
        : targets;
  }

  /** Returns whether the first version of the step language can express it. */
  boolean isOfFirstEngine() {
    boolean known =
        allTargets().stream()
            .allMatch(
                target -> target instanceof Target.RoleOf || target instanceof Target.Resolved);
    return known
        && when.types().isEmpty()
        && when.restricted().isEmpty()
        && when.hours().isEmpty()
        && (timing.after() instanceof After.Fixed || timing.after() instanceof After.AcknowledgeSla)
        && ifNobody instanceof IfNobody.Skip
        && acknowledgements == 1;
  }
}
