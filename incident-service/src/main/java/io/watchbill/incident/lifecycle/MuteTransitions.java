package io.watchbill.incident.lifecycle;

import java.time.Instant;

/** How an incident is muted and snoozed, and how that ends by hand. */
public record MuteTransitions(Lifecycle life) {

  /** Pages nobody before its end, which begins a round unless somebody has acknowledged. */
  public Decision mute(Instant until, String why, Actor by, Instant now) {
    return life.state().mute(life, new Mute(Mute.Kind.MUTE, until, why, by), now);
  }

  /** Acknowledges, and pages again at the end, which begins a round. */
  public Decision snooze(Instant until, String why, Actor by, Instant now) {
    return life.state().mute(life, new Mute(Mute.Kind.SNOOZE, until, why, by), now);
  }

  /** Ends a mute or snooze before its time. */
  public Decision unmute(Actor by, Instant now, AcknowledgementTimes times) {
    Occasion occasion = new Occasion(by, now, times);
    return life.mute()
        .map(ended -> life.state().muteOver(life, ended, DecisionReason.UNMUTED, occasion))
        .orElseGet(() -> Decision.unchanged(DecisionReason.NOT_MUTED, life));
  }
}
