package io.watchbill.escalation.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How things stand with a delivery just before it is sent.
 *
 * @param leaseLeft how long the delivery is still ours; zero or less: it is not
 * @param acknowledgement {@code confirmed}, {@code pending}, or null if the branch has none
 * @param own as {@code acknowledgement}, of the one who is told: by that person, and of what goes
 *     on until the incident is resolved only after the page
 * @param target who is told
 * @param overtaken a later delivery of the page to the same address is due by now, too
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

  /** What is to be done; a plain decision. */
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
      return new SendDecision.Hold("the acknowledgement by " + target + " waits for its answer");
    }
    if (!whileOpen && "confirmed".equals(acknowledgement)) {
      return new SendDecision.Drop("acknowledged by " + acknowledgedBy);
    }
    if (!whileOpen && "pending".equals(acknowledgement)) {
      return new SendDecision.Hold(
          "the acknowledgement by " + acknowledgedBy + " waits for its answer");
    }
    if (mutedUntil != null && mutedUntil.isAfter(now)) {
      return new SendDecision.Drop("nobody is told before " + mutedUntil);
    }
    if (overtaken) {
      return new SendDecision.Drop("overdue together with a later message to the same address");
    }
    return new SendDecision.Yes(now, leaseLeft);
  }
}
