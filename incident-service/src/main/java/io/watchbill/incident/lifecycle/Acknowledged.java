package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
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
  public String word() {
    return "acknowledged";
  }

  /** Stays; that somebody else acknowledges, too, is noted. */
  @Override
  public Decision acknowledge(Lifecycle life, Actor too, Instant now) {
    return by.id().equals(too.id())
        ? Decision.unchanged(Reason.ALREADY_ACKNOWLEDGED, life)
        : Decision.noted(
            Reason.ALREADY_ACKNOWLEDGED, life, new Acknowledgement(too, now, life.round()).entry());
  }

  /** Stays; the clock shows the earliest acknowledgement, in whatever order they arrive. */
  @Override
  public Decision acknowledgePage(Lifecycle life, Acknowledgement given, Instant now) {
    if (given.round() < life.round()) {
      return Decision.noted(Reason.ACKNOWLEDGED_IN_A_LATER_ROUND, life, given.entry());
    }
    Instant when = life.current().within(given.at(), now);
    Acknowledgement also = new Acknowledgement(given.by(), when, life.round());
    Round round = life.current().acknowledgedAgain(when);
    List<Entry> entries = new ArrayList<>();
    entries.add(also.entry());
    if (!round.equals(life.current())) {
      also.correctionOf(round.clock()).ifPresent(entries::add);
    }
    return new Decision(Reason.ALREADY_ACKNOWLEDGED, life.in(round), Paging.NOTHING, entries);
  }

  /** Moves to {@link Triggered}, in a new round. */
  @Override
  public Decision unacknowledge(Lifecycle life, Moment moment) {
    return triggered(Reason.UNACKNOWLEDGED, Kind.UNACKNOWLEDGED, life, moment);
  }

  /** Stays; only an alert worse than what the person knows moves to {@link Triggered}. */
  @Override
  public Decision alertsArrived(Lifecycle life, AlertChanges changes, Moment moment) {
    if (changes.isWorseThan(life.severity())) {
      return changes.newRound(Reason.WORSE_ALERT_WHILE_ACKNOWLEDGED, Kind.TRIGGERED, life, moment);
    }
    Reason reason =
        changes.added().isEmpty() ? Reason.NOTHING_NEW : Reason.NEW_ALERT_WHILE_ACKNOWLEDGED;
    return changes.joined(reason, life, moment);
  }

  @Override
  public Decision changeSeverity(Lifecycle life, Severity to, Entry entry, Moment moment) {
    Lifecycle next =
        life.in(life.classification().with(to)).in(life.current().severityChanged(moment.now()));
    return Decision.severityChanged(next, to.isWorseThan(life.severity()), entry, moment);
  }

  /** The end of a snooze begins a new round; the end of a mute leaves the acknowledgement. */
  @Override
  public Decision muteOver(Lifecycle life, Mute mute, Reason reason, Moment moment) {
    if (mute.kind() == Mute.Kind.SNOOZE) {
      return triggered(reason, Kind.MUTE_OVER, life, moment);
    }
    Entry entry = Entry.of(Kind.MUTE_OVER, moment.now(), moment.by(), reason.text());
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
  public Decision acknowledgementTimedOut(Lifecycle life, Optional<Instant> end, Moment moment) {
    boolean over =
        life.mute().isEmpty() && end.filter(at -> !moment.now().isBefore(at)).isPresent();
    return over
        ? triggered(Reason.ACKNOWLEDGEMENT_TIMED_OUT, Kind.UNACKNOWLEDGED, life, moment)
        : Decision.unchanged(Reason.NOT_TIMED_OUT, life);
  }

  private static Decision triggered(Reason reason, Kind kind, Lifecycle life, Moment moment) {
    return Decision.newRound(reason, kind, life, life.classification(), moment);
  }
}
