package io.watchbill.escalation.plan.policy;

/** Whom a step tells. */
public sealed interface Target {

  /** Somebody, or something, that a page can be made for. */
  sealed interface Resolved extends Target {}

  /** Whoever is on call in a role of a rotation at the instant of the page. */
  record RoleOf(String rotation, String role) implements Target {}

  /** Whoever takes the role's next shift: the first who are not on call now. */
  record NextOf(String rotation, String role) implements Target {}

  /** Everybody on call in any rotation of a team. */
  record Team(String id) implements Target {}

  /** Whoever commands the incident. */
  record Commander() implements Target {}

  /** A person, on call or not. */
  record Person(String id) implements Resolved {}

  /** A configured webhook, by its id. */
  record Webhook(String id) implements Resolved {}
}
