package io.watchbill.escalation.delivery;

import io.watchbill.escalation.escalation.AcknowledgementState;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a delivery and its incident just before the delivery is sent.
 *
 * @param leaseLeft how long the lease still lasts; zero or less if it was lost
 * @param overtaken whether a later delivery of the page to the same address is due, too
 */
public record DeliveryState(
    Instant now,
    Duration leaseLeft,
    Page page,
    Incident incident,
    Acknowledged acknowledged,
    boolean overtaken) {

  /**
   * The page that is delivered.
   *
   * @param target who is paged
   */
  public record Page(int round, boolean whileOpen, String target) {}

  /**
   * The incident by its newest snapshot.
   *
   * @param mutedUntil null if not muted
   */
  public record Incident(int round, boolean resolved, @Nullable Instant mutedUntil) {}

  /**
   * The acknowledgements of the page's branch.
   *
   * @param branch whether enough people acknowledged
   * @param by those people
   * @param own the same, by the target itself; for a step that goes on until the incident is
   *     resolved, only if it came after the page
   */
  public record Acknowledged(AcknowledgementState branch, String by, AcknowledgementState own) {

    /** Returns that nobody acknowledged. */
    static Acknowledged byNobody() {
      return new Acknowledged(AcknowledgementState.NONE, "", AcknowledgementState.NONE);
    }
  }

  /** Decides whether to send the delivery, which this process has claimed. */
  public SendDecision wanted() {
    return leaseLeft.isPositive() ? worthSending() : new SendDecision.Lost();
  }

  /** Decides the same for one that nobody sends. */
  public SendDecision worthSending() {
    if (incident.resolved) {
      return new SendDecision.Drop("the incident is resolved");
    }
    if (incident.round > page.round) {
      return new SendDecision.Drop("round " + incident.round + " has begun");
    }
    return switch (acknowledged.own) {
      case CONFIRMED -> new SendDecision.Drop("acknowledged by " + page.target);
      case PENDING -> pending(page.target);
      case NONE, REFUSED -> page.whileOpen ? unacknowledged() : byBranch();
    };
  }

  private SendDecision byBranch() {
    return switch (acknowledged.branch) {
      case CONFIRMED -> new SendDecision.Drop("acknowledged by " + acknowledged.by);
      case PENDING -> pending(acknowledged.by);
      case NONE, REFUSED -> unacknowledged();
    };
  }

  private SendDecision unacknowledged() {
    if (incident.mutedUntil != null && incident.mutedUntil.isAfter(now)) {
      return new SendDecision.Drop(Wording.muted(incident.mutedUntil));
    }
    return overtaken
        ? new SendDecision.Drop("overdue together with a later message to the same address")
        : new SendDecision.Yes(now, leaseLeft);
  }

  private static SendDecision pending(String by) {
    return new SendDecision.Hold("the acknowledgement by " + by + " is pending");
  }
}
