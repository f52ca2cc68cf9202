package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
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
  public String word() {
    return "resolved";
  }

  /** From an open state to this one; a mute ends with it. */
  Decision entered(Lifecycle from, Reason reason) {
    String suppressed =
        suppressedUntil
            .map(until -> "; its alerts do not reopen it until " + Words.instant(until))
            .orElse("");
    Map<String, String> facts =
        suppressedUntil.map(until -> Map.of("suppressedUntil", until.toString())).orElse(Map.of());
    Entry entry = new Entry(Kind.RESOLVED, at, by, reason.text() + suppressed, facts);
    Lifecycle next = from.in(this).in(Optional.empty()).touchedBy(by, at);
    return new Decision(reason, next, Paging.UPDATE, List.of(entry));
  }

  @Override
  public Decision acknowledge(Lifecycle life, Actor late, Instant now) {
    return Decision.unchanged(Reason.ALREADY_RESOLVED, life);
  }

  /** Stays; the acknowledgement is noted. */
  @Override
  public Decision acknowledgePage(Lifecycle life, Acknowledgement given, Instant now) {
    return Decision.noted(Reason.ALREADY_RESOLVED, life, given.entry());
  }

  @Override
  public Decision unacknowledge(Lifecycle life, Moment moment) {
    return Decision.unchanged(Reason.REOPEN_IT_INSTEAD, life);
  }

  /** Moves to {@link Triggered} with a new alert, and with a repeat after the suppression. */
  @Override
  public Decision alertsArrived(Lifecycle life, AlertChanges changes, Moment moment) {
    if (!changes.added().isEmpty()) {
      return changes.newRound(Reason.REOPENED_BY_NEW_ALERT, Kind.REOPENED, life, moment);
    }
    return suppressedUntil.filter(moment.now()::isBefore).isPresent()
        ? Decision.unchanged(Reason.SUPPRESSED_AFTER_RESOLVE, life)
        : changes.newRound(Reason.REOPENED_AFTER_SUPPRESSION, Kind.REOPENED, life, moment);
  }

  @Override
  public Decision alertsEnded(Lifecycle life, boolean resolves, Actor sender, Instant now) {
    return Decision.noted(Reason.ALREADY_RESOLVED, life, Entry.alertsEnded(sender, now));
  }

  @Override
  public Decision knownAlertsEnded(Lifecycle life, Actor sender, Instant now) {
    return Decision.unchanged(Reason.ALREADY_RESOLVED, life);
  }

  /** Stays: a resolved incident can be corrected, which pages nobody. */
  @Override
  public Decision changeSeverity(Lifecycle life, Severity to, Entry entry, Moment moment) {
    Lifecycle next =
        life.in(life.classification().with(to)).in(life.current().severityChanged(moment.now()));
    return Decision.severityChanged(next, false, entry, moment);
  }

  @Override
  public Decision assign(Lifecycle life, String text, Moment moment) {
    return Decision.unchanged(Reason.REOPEN_IT_INSTEAD, life);
  }

  @Override
  public Decision mute(Lifecycle life, Mute mute, Instant now) {
    return Decision.unchanged(Reason.RESOLVED_IS_MUTED, life);
  }

  @Override
  public Decision resolve(Lifecycle life, Actor again, Instant now, Optional<Duration> suppress) {
    return Decision.unchanged(Reason.ALREADY_RESOLVED, life);
  }

  /** Moves to {@link Triggered}, in a new round. */
  @Override
  public Decision reopen(Lifecycle life, Moment moment) {
    return Decision.newRound(
        Reason.REOPENED_BY_HAND, Kind.REOPENED, life, life.classification(), moment);
  }
}
