package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The incident is over.
 *
 * @param suppressedUntil until when repeats of the same alerts do not reopen it; only after a
 *     resolve by hand of an incident whose alerts may go on firing
 */
public record Resolved(Actor by, Instant at, How how, Optional<Instant> suppressedUntil)
    implements State {

  /** Who resolved it. */
  public enum How {
    BY_HAND,
    BY_ALERTS
  }

  @Override
  public StateKind kind() {
    return StateKind.RESOLVED;
  }

  /** From an open state to this one; a mute ends with it. */
  Decision entered(Lifecycle from, DecisionReason reason) {
    String suppressed =
        suppressedUntil
            .map(until -> "; its alerts do not reopen it until " + Words.instant(until))
            .orElse("");
    Map<String, String> facts =
        suppressedUntil.map(until -> Map.of("suppressedUntil", until.toString())).orElse(Map.of());
    NewEntry entry = new NewEntry(Kind.RESOLVED, at, by, reason.text() + suppressed, facts);
    Lifecycle next = from.in(this).in(Optional.empty()).touchedBy(by, at);
    return new Decision(reason, next, Paging.UPDATE, List.of(entry));
  }

  @Override
  public Decision acknowledge(Lifecycle life, Actor late, Instant now) {
    return Decision.unchanged(DecisionReason.ALREADY_RESOLVED, life);
  }

  /** Stays; the acknowledgement is noted. */
  @Override
  public Decision acknowledgePage(Lifecycle life, Acknowledgement given, Instant now) {
    return Decision.noted(DecisionReason.ALREADY_RESOLVED, life, given.entry());
  }

  @Override
  public Decision unacknowledge(Lifecycle life, Occasion occasion) {
    return Decision.unchanged(DecisionReason.REOPEN_IT_INSTEAD, life);
  }

  /** Moves to {@link Triggered} with a new alert, and with a repeat after the suppression. */
  @Override
  public Decision alertsArrived(Lifecycle life, AlertChanges changes, Occasion occasion) {
    if (!changes.added().isEmpty()) {
      return changes.newRound(DecisionReason.REOPENED_BY_NEW_ALERT, Kind.REOPENED, life, occasion);
    }
    return suppressedUntil.filter(occasion.now()::isBefore).isPresent()
        ? Decision.unchanged(DecisionReason.SUPPRESSED_AFTER_RESOLVE, life)
        : changes.newRound(
            DecisionReason.REOPENED_AFTER_SUPPRESSION, Kind.REOPENED, life, occasion);
  }

  @Override
  public Decision alertsEnded(Lifecycle life, boolean resolves, Actor sender, Instant now) {
    return Decision.noted(DecisionReason.ALREADY_RESOLVED, life, NewEntry.alertsEnded(sender, now));
  }

  @Override
  public Decision knownAlertsEnded(Lifecycle life, Actor sender, Instant now) {
    return Decision.unchanged(DecisionReason.ALREADY_RESOLVED, life);
  }

  /** Stays: a resolved incident can be corrected, which pages nobody. */
  @Override
  public Decision changeSeverity(Lifecycle life, Severity to, NewEntry entry, Occasion occasion) {
    Lifecycle next =
        life.in(life.classification().with(to)).in(life.current().severityChanged(occasion.now()));
    return Decision.severityChanged(next, false, entry, occasion);
  }

  @Override
  public Decision assign(Lifecycle life, String text, Occasion occasion) {
    return Decision.unchanged(DecisionReason.REOPEN_IT_INSTEAD, life);
  }

  @Override
  public Decision mute(Lifecycle life, Mute mute, Instant now) {
    return Decision.unchanged(DecisionReason.RESOLVED_IS_MUTED, life);
  }

  @Override
  public Decision resolve(Lifecycle life, Actor again, Instant now, Optional<Duration> suppress) {
    return Decision.unchanged(DecisionReason.ALREADY_RESOLVED, life);
  }

  /** Moves to {@link Triggered}, in a new round. */
  @Override
  public Decision reopen(Lifecycle life, Occasion occasion) {
    return Decision.newRound(
        DecisionReason.REOPENED_BY_HAND, Kind.REOPENED, life, life.classification(), occasion);
  }
}
