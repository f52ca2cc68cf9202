package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person has the incident; nobody is paged.
 *
 * @param by the person who acknowledged this round first
 * @param at when the person did, not when the service received it
 */
public record Acknowledged(Actor by, Instant at) implements Open {

  @Override
  public StateKind kind() {
    return StateKind.ACKNOWLEDGED;
  }

  /** Stays; that somebody else acknowledges, too, is noted. */
  @Override
  public Decision acknowledge(Lifecycle life, Actor too, Instant now) {
    return by.id().equals(too.id())
        ? Decision.unchanged(DecisionReason.ALREADY_ACKNOWLEDGED, life)
        : Decision.noted(
            DecisionReason.ALREADY_ACKNOWLEDGED,
            life,
            new Acknowledgement(too, now, life.round()).entry());
  }

  /** Stays; the clock shows the earliest acknowledgement, in whatever order they arrive. */
  @Override
  public Decision acknowledgePage(Lifecycle life, Acknowledgement given, Instant now) {
    if (given.round() < life.round()) {
      return Decision.noted(DecisionReason.ACKNOWLEDGED_IN_A_LATER_ROUND, life, given.entry());
    }
    Instant when = life.current().within(given.at(), now);
    Acknowledgement also = new Acknowledgement(given.by(), when, life.round());
    Round round = life.current().acknowledgedAgain(when);
    List<NewEntry> entries = new ArrayList<>();
    entries.add(also.entry());
    if (!round.equals(life.current())) {
      also.correctionOf(round.clock()).ifPresent(entries::add);
    }
    return new Decision(
        DecisionReason.ALREADY_ACKNOWLEDGED, life.in(round), Paging.NOTHING, entries);
  }

  /** Moves to {@link Triggered}, in a new round. */
  @Override
  public Decision unacknowledge(Lifecycle life, Occasion occasion) {
    return triggered(DecisionReason.UNACKNOWLEDGED, Kind.UNACKNOWLEDGED, life, occasion);
  }

  /** Stays; only an alert worse than what the person knows moves to {@link Triggered}. */
  @Override
  public Decision alertsArrived(Lifecycle life, AlertChanges changes, Occasion occasion) {
    if (changes.isWorseThan(life.severity())) {
      return changes.newRound(
          DecisionReason.WORSE_ALERT_WHILE_ACKNOWLEDGED, Kind.TRIGGERED, life, occasion);
    }
    DecisionReason reason =
        changes.added().isEmpty()
            ? DecisionReason.NOTHING_NEW
            : DecisionReason.NEW_ALERT_WHILE_ACKNOWLEDGED;
    return changes.joined(reason, life, occasion);
  }

  @Override
  public Decision changeSeverity(Lifecycle life, Severity to, NewEntry entry, Occasion occasion) {
    Lifecycle next =
        life.in(life.classification().with(to)).in(life.current().severityChanged(occasion.now()));
    return Decision.severityChanged(next, to.isWorseThan(life.severity()), entry, occasion);
  }

  /** The end of a snooze begins a new round; the end of a mute leaves the acknowledgement. */
  @Override
  public Decision muteOver(Lifecycle life, Mute mute, DecisionReason reason, Occasion occasion) {
    if (mute.kind() == Mute.Kind.SNOOZE) {
      return triggered(reason, Kind.MUTE_OVER, life, occasion);
    }
    NewEntry entry = NewEntry.of(Kind.MUTE_OVER, occasion.now(), occasion.by(), reason.text());
    return new Decision(reason, life.in(Optional.empty()), Paging.UPDATE, List.of(entry));
  }

  /** Counts from the last update; while muted or snoozed, the end of that decides. */
  @Override
  public Optional<Instant> acknowledgementEnds(Lifecycle life, Duration allowed) {
    return life.mute().isPresent()
        ? Optional.empty()
        : Optional.of(life.anchors().lastUpdate().plus(allowed));
  }

  /** Moves to {@link Triggered}, in a new round, once its end has come. */
  @Override
  public Decision acknowledgementTimedOut(
      Lifecycle life, Optional<Instant> end, Occasion occasion) {
    boolean over =
        life.mute().isEmpty() && end.filter(at -> !occasion.now().isBefore(at)).isPresent();
    return over
        ? triggered(DecisionReason.ACKNOWLEDGEMENT_TIMED_OUT, Kind.UNACKNOWLEDGED, life, occasion)
        : Decision.unchanged(DecisionReason.NOT_TIMED_OUT, life);
  }

  private static Decision triggered(
      DecisionReason reason, Kind kind, Lifecycle life, Occasion occasion) {
    return Decision.newRound(reason, kind, life, life.classification(), occasion);
  }
}
