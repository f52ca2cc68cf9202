package io.watchbill.escalation.plan;

import java.util.List;

/**
 * One timed step of a policy.
 *
 * @param branch the step's branch; only {@link Policy#MAIN} acknowledges the incident
 */
public record Step(
    String name,
    String branch,
    When when,
    Since since,
    After after,
    While during,
    List<Target> targets,
    Repeat repeat,
    IfNobody ifNobody) {

  /** Number of its last repetition; the first is 0. */
  int last() {
    return repeat.times();
  }
}
