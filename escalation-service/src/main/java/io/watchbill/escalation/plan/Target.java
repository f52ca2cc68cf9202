package io.watchbill.escalation.plan;

/** Whom a step tells. */
public sealed interface Target {

  /** Whoever is on watch in a role of a rotation at the instant of the page. */
  record RoleOf(String rotation, String role) implements Target {}

  /** A person, on watch or not. */
  record Person(String id) implements Target {}

  /** A configured webhook, by its id. */
  record Webhook(String id) implements Target {}
}
