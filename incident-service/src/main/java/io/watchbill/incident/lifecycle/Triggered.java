package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Nobody has acknowledged in this round: people are paged, and the acknowledgement clock runs. */
public record Triggered() implements Open {

  @Override
  public String word() {
    return "triggered";
  }

  /** Moves to {@link Acknowledged}. */
  @Override
  public Decision acknowledge(Lifecycle life, Actor by, Instant now) {
    return acknowledged(life, by, life.current().within(now, now));
  }

  /** Moves to {@link Acknowledged}; an acknowledgement of an earlier round does not count. */
  @Override
  public Decision acknowledgePage(Lifecycle life, Acknowledgement given, Instant now) {
    return given.round() < life.round()
        ? Decision.unchanged(Reason.ROUND_IS_OVER, life)
        : acknowledged(life, given.by(), life.current().within(given.at(), now));
  }

  /** A breach that was none is corrected in the timeline, not erased. */
  private static Decision acknowledged(Lifecycle life, Actor by, Instant at) {
    Acknowledgement given = new Acknowledgement(by, at, life.round());
    Round round = life.current().acknowledged(at);
    List<Entry> entries = new ArrayList<>();
    entries.add(given.entry());
    given.correctionOf(round.clock()).ifPresent(entries::add);
    Lifecycle next = life.in(new Acknowledged(by, at)).in(round);
    return new Decision(Reason.ACKNOWLEDGED, next, Paging.UPDATE, entries);
  }

  @Override
  public Decision unacknowledge(Lifecycle life, Moment moment) {
    return Decision.unchanged(Reason.NOT_ACKNOWLEDGED, life);
  }

  /** Stays; a worse alert raises the severity, and begins a new round if muted. */
  @Override
  public Decision alertsArrived(Lifecycle life, AlertChanges changes, Moment moment) {
    if (!changes.isWorseThan(life.severity())) {
      Reason reason = changes.added().isEmpty() ? Reason.NOTHING_NEW : Reason.NEW_ALERT;
      return changes.joined(reason, life, moment);
    }
    if (life.mute().isPresent()) {
      return changes.newRound(Reason.WORSE_WHILE_MUTED, Kind.TRIGGERED, life, moment);
    }
    Decision joined = changes.joined(Reason.WORSE_ALERT, life, moment);
    Round round = severityChanged(life, joined.next().severity(), moment);
    Lifecycle next = joined.next().in(round);
    return new Decision(joined.reason(), next, Paging.TRIGGER, joined.entries());
  }

  /** Stays; a worse severity pages, and begins a new round if muted: the mute was for less. */
  @Override
  public Decision changeSeverity(Lifecycle life, Severity to, Entry entry, Moment moment) {
    boolean worse = to.isWorseThan(life.severity());
    Classification changed = life.classification().with(to);
    if (worse && life.mute().isPresent()) {
      Decision round =
          Decision.newRound(Reason.WORSE_WHILE_MUTED, Kind.TRIGGERED, life, changed, moment);
      List<Entry> entries = List.of(entry, round.entries().getFirst());
      return new Decision(Reason.SEVERITY_CHANGED, round.next(), round.paging(), entries);
    }
    Lifecycle next = life.in(changed).in(severityChanged(life, to, moment));
    return Decision.severityChanged(next, worse, entry, moment);
  }

  private static Round severityChanged(Lifecycle life, Severity to, Moment moment) {
    boolean worse = to.isWorseThan(life.severity());
    return life.current().severityChanged(worse, moment.now(), moment.within(to));
  }

  /** Stays muted; the person who snoozes has seen it, so a snooze acknowledges, too. */
  @Override
  public Decision mute(Lifecycle life, Mute mute, Instant now) {
    if (mute.kind() == Mute.Kind.MUTE) {
      return Open.super.mute(life, mute, now);
    }
    Decision seen = acknowledge(life, mute.by(), now);
    Decision snoozed = seen.next().state().mute(seen.next(), mute, now);
    List<Entry> entries = new ArrayList<>(seen.entries());
    entries.addAll(snoozed.entries());
    return new Decision(snoozed.reason(), snoozed.next(), snoozed.paging(), entries);
  }

  /** Begins a new round: nobody has acknowledged meanwhile. */
  @Override
  public Decision muteOver(Lifecycle life, Mute mute, Reason reason, Moment moment) {
    return Decision.newRound(reason, Kind.MUTE_OVER, life, life.classification(), moment);
  }

  /** Stays; records once in a round that nobody acknowledged in time. */
  @Override
  public Decision acknowledgementDue(Lifecycle life, Instant now) {
    AcknowledgementClock clock = life.clock();
    if (clock.breachRecorded() || now.isBefore(clock.due())) {
      return Decision.unchanged(Reason.NOT_OVERDUE, life);
    }
    Entry entry =
        new Entry(
            Kind.ACKNOWLEDGEMENT_BREACHED,
            clock.due(),
            Actor.CLOCK,
            "nobody acknowledged by " + Words.instant(clock.due()),
            Map.of("due", clock.due().toString(), "round", Integer.toString(life.round())));
    Lifecycle next = life.in(life.current().breachRecorded());
    return Decision.noted(Reason.ACKNOWLEDGEMENT_OVERDUE, next, entry);
  }
}
