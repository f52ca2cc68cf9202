package io.watchbill.escalation.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * The state of a delivery and its incident just before the delivery is sent.
 *
 * @param leaseLeft how long the lease still lasts; zero or less if it was lost
 * @param acknowledgement {@code confirmed}, {@code pending}, or null if the branch has none
 * @param own the same, by the target itself; for a step that goes on until the incident is
 *     resolved, only if it came after the page
 * @param target who is paged
 * @param overtaken whether a later delivery of the page to the same address is due, too
 */
public record DeliveryState(
    Instant now,
    Duration leaseLeft,
    int round,
    boolean whileOpen,
    int newestRound,
    boolean resolved,
    Instant mutedUntil,
    String acknowledgement,
    String acknowledgedBy,
    String own,
    String target,
    boolean overtaken) {

  /** Decides whether to send the delivery. */
  public SendDecision wanted() {
    if (!leaseLeft.isPositive()) {
      return new SendDecision.Lost();
    }
    if (resolved) {
      return new SendDecision.Drop("the incident is resolved");
    }
    if (newestRound > round) {
      return new SendDecision.Drop("round " + newestRound + " has begun");
    }
    if ("confirmed".equals(own)) {
      return new SendDecision.Drop("acknowledged by " + target);
    }
    if ("pending".equals(own)) {
      return new SendDecision.Hold("the acknowledgement by " + target + " is pending");
    }
    if (!whileOpen && "confirmed".equals(acknowledgement)) {
      return new SendDecision.Drop("acknowledged by " + acknowledgedBy);
    }
    if (!whileOpen && "pending".equals(acknowledgement)) {
      return new SendDecision.Hold("the acknowledgement by " + acknowledgedBy + " is pending");
    }
    if (mutedUntil != null && mutedUntil.isAfter(now)) {
      return new SendDecision.Drop("muted until " + mutedUntil);
    }
    if (overtaken) {
      return new SendDecision.Drop("overdue together with a later message to the same address");
    }
    return new SendDecision.Yes(now, leaseLeft);
  }
}
