package io.watchbill.incident.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What time alone does to an incident. Every method is asked at or after the instant it is for. */
public record TimedTransitions(Lifecycle life) {

  /** Records, once in a round, that nobody acknowledged in time. */
  public Decision acknowledgementDue(Instant now) {
    return life.state().acknowledgementDue(life, now);
  }

  /**
   * Returns when an acknowledgement ends for want of an update; empty while there is none and while
   * it is muted.
   *
   * @param allowed from the last update
   */
  public Optional<Instant> acknowledgementEnds(Duration allowed) {
    return life.state().acknowledgementEnds(life, allowed);
  }

  /** Begins a new round if the acknowledgement has ended for want of an update. */
  public Decision acknowledgementTimedOut(
      Optional<Instant> end, Instant now, AcknowledgementTimes times) {
    return life.state().acknowledgementTimedOut(life, end, new Occasion(Actor.CLOCK, now, times));
  }

  /** Ends a mute or snooze if its instant has come. */
  public Decision muteDue(Instant now, AcknowledgementTimes times) {
    Occasion occasion = new Occasion(Actor.CLOCK, now, times);
    return life.mute()
        .filter(mute -> mute.isOver(now))
        .map(mute -> life.state().muteOver(life, mute, DecisionReason.MUTE_OVER, occasion))
        .orElseGet(() -> Decision.unchanged(DecisionReason.NOT_MUTED, life));
  }
}
