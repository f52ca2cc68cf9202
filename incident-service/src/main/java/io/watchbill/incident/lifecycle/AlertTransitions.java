package io.watchbill.incident.lifecycle;

import java.time.Instant;

/** What the alerts of an incident do to it. */
public record AlertTransitions(Lifecycle life) {

  /** Takes in alerts that fire: new ones, or the same again. */
  public Decision arrived(AlertChanges changes, Actor by, Instant now, AcknowledgementTimes times) {
    return life.state().alertsArrived(life, changes, new Occasion(by, now, times));
  }

  /** Takes note that the last of its alerts is resolved. */
  public Decision ended(boolean resolves, Actor by, Instant now) {
    return life.state().alertsEnded(life, resolves, by, now);
  }

  /** The last known alert is resolved, but the message was cut: unknown ones may fire. */
  public Decision knownEnded(Actor by, Instant now) {
    return life.state().knownAlertsEnded(life, by, now);
  }

  /** Takes note that some of its alerts are resolved; others still fire. */
  public Decision someEnded(long count, Actor by, Instant now) {
    NewEntry entry = NewEntry.someAlertsEnded(count, by, now);
    return Decision.noted(DecisionReason.SOME_ALERTS_RESOLVED, life, entry);
  }
}
