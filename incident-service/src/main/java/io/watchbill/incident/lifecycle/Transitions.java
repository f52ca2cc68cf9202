package io.watchbill.incident.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What may happen to an incident, as its state answers it: with the next state and the reason, or
 * with the reason why it stays. What a state does not answer itself changes nothing in it.
 */
interface Transitions {

  /** A person acknowledges here and now. */
  Decision acknowledge(Lifecycle life, Actor by, Instant now);

  /** A person acknowledged a page, perhaps of an earlier round. */
  Decision acknowledgePage(Lifecycle life, Acknowledgement given, Instant now);

  /** Somebody takes the acknowledgement back. */
  Decision unacknowledge(Lifecycle life, Occasion occasion);

  /** Alerts fire: new ones, or the same again. */
  Decision alertsArrived(Lifecycle life, AlertChanges changes, Occasion occasion);

  /** The last alert is resolved, which resolves the incident where that is set. */
  Decision alertsEnded(Lifecycle life, boolean resolves, Actor by, Instant now);

  /** The last known alert is resolved, but others may fire. */
  Decision knownAlertsEnded(Lifecycle life, Actor by, Instant now);

  /** A person changes the severity; {@code entry} tells why. */
  Decision changeSeverity(Lifecycle life, Severity to, NewEntry entry, Occasion occasion);

  /** Another team or policy takes over; {@code text} tells which and why. */
  Decision assign(Lifecycle life, String text, Occasion occasion);

  Decision mute(Lifecycle life, Mute mute, Instant now);

  /** A mute or snooze ends, by hand or by the clock. */
  default Decision muteOver(Lifecycle life, Mute mute, DecisionReason reason, Occasion occasion) {
    return Decision.unchanged(DecisionReason.NOT_MUTED, life);
  }

  Decision resolve(Lifecycle life, Actor by, Instant now, Optional<Duration> suppress);

  /** It has served its purpose. */
  default Decision end(Lifecycle life, DecisionReason why, Actor by, Instant now) {
    return Decision.unchanged(DecisionReason.ALREADY_RESOLVED, life);
  }

  default Decision reopen(Lifecycle life, Occasion occasion) {
    return Decision.unchanged(DecisionReason.ALREADY_OPEN, life);
  }

  /** The acknowledgement clock may be over. */
  default Decision acknowledgementDue(Lifecycle life, Instant now) {
    return Decision.unchanged(DecisionReason.NOT_OVERDUE, life);
  }

  /** When the acknowledgement ends for want of an update. */
  default Optional<Instant> acknowledgementEnds(Lifecycle life, Duration allowed) {
    return Optional.empty();
  }

  /** The acknowledgement may have ended for want of an update. */
  default Decision acknowledgementTimedOut(
      Lifecycle life, Optional<Instant> end, Occasion occasion) {
    return Decision.unchanged(DecisionReason.NOT_TIMED_OUT, life);
  }
}
