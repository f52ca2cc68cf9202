package io.watchbill.escalation.plan.policy;

/** The target of a step: who is paged. */
public sealed interface Target {

  /** A target that can be paged as it is. */
  sealed interface Resolved extends Target {}

  /** The people on call in a role of a rotation at the instant of the page. */
  record RoleOf(String rotation, String role) implements Target {}

  /** The people of the role's next shift: the first who are not on call now. */
  record NextOf(String rotation, String role) implements Target {}

  /** Everybody on call in any rotation of a team. */
  record Team(String id) implements Target {}

  /** The incident commander. */
  record Commander() implements Target {}

  /** A person, on call or not. */
  record Person(String id) implements Resolved {}

  /** A configured webhook, by its id. */
  record Webhook(String id) implements Resolved {}
}
