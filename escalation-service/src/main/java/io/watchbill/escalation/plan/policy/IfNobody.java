package io.watchbill.escalation.plan.policy;

/** What a step does when none of its targets finds anybody. */
public sealed interface IfNobody {

  /** The step ends at once, with its reason. */
  record Skip() implements IfNobody {}

  /** The step waits until somebody is there. */
  record Hold() implements IfNobody {}

  /** The step tells this target instead. */
  record Fallback(Target target) implements IfNobody {}
}
