package io.watchbill.escalation.plan;

/** What a step does when it finds nobody. */
public enum IfNobody {
  /** The step ends at once, with its reason. */
  SKIP
}
