package io.watchbill.escalation.plan.policy;

/** What a step does when nobody is behind any of its targets. */
public sealed interface IfNobody {

  /** The step ends at once, with its reason. */
  record Skip() implements IfNobody {}

  /** The step waits until somebody is there. */
  record Hold() implements IfNobody {}

  /** The step pages this target instead. */
  record Fallback(Target target) implements IfNobody {}
}
