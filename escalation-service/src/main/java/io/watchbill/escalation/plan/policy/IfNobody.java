package io.watchbill.escalation.plan.policy;

/** The action of a step that finds nobody behind its targets. */
public sealed interface IfNobody {

  /** The step ends at once, with its reason. */
  record Skip() implements IfNobody {}

  /** The step waits until somebody is there. */
  record Hold() implements IfNobody {}

  /** The step pages this target instead. */
  record Fallback(Target target) implements IfNobody {}
}
