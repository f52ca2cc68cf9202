package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Nobody has acknowledged in this round: people are paged, and the acknowledgement clock runs. */
public record Triggered() implements Open {

  @Override
  public StateKind kind() {
    return StateKind.TRIGGERED;
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
        ? Decision.unchanged(DecisionReason.ROUND_IS_OVER, life)
        : acknowledged(life, given.by(), life.current().within(given.at(), now));
  }

  /** A breach that was none is corrected in the timeline, not erased. */
  private static Decision acknowledged(Lifecycle life, Actor by, Instant at) {
    Acknowledgement given = new Acknowledgement(by, at, life.round());
    Round round = life.current().acknowledged(at);
    List<NewEntry> entries = new ArrayList<>();
    entries.add(given.entry());
    given.correctionOf(round.clock()).ifPresent(entries::add);
    Lifecycle next = life.in(new Acknowledged(by, at)).in(round);
    return new Decision(DecisionReason.ACKNOWLEDGED, next, Paging.UPDATE, entries);
  }

  @Override
  public Decision unacknowledge(Lifecycle life, Occasion occasion) {
    return Decision.unchanged(DecisionReason.NOT_ACKNOWLEDGED, life);
  }

  /** Stays; a worse alert raises the severity, and begins a new round if muted. */
  @Override
  public Decision alertsArrived(Lifecycle life, AlertChanges changes, Occasion occasion) {
    if (!changes.isWorseThan(life.severity())) {
      DecisionReason reason =
          changes.added().isEmpty() ? DecisionReason.NOTHING_NEW : DecisionReason.NEW_ALERT;
      return changes.joined(reason, life, occasion);
    }
    if (life.mute().isPresent()) {
      return changes.newRound(DecisionReason.WORSE_WHILE_MUTED, Kind.TRIGGERED, life, occasion);
    }
    Decision joined = changes.joined(DecisionReason.WORSE_ALERT, life, occasion);
    Round round = severityChanged(life, joined.next().severity(), occasion);
    Lifecycle next = joined.next().in(round);
    return new Decision(joined.reason(), next, Paging.TRIGGER, joined.entries());
  }

  /** Stays; a worse severity pages, and begins a new round if muted: the mute was for less. */
  @Override
  public Decision changeSeverity(Lifecycle life, Severity to, NewEntry entry, Occasion occasion) {
    boolean worse = to.isWorseThan(life.severity());
    Classification changed = life.classification().with(to);
    if (worse && life.mute().isPresent()) {
      Decision round =
          Decision.newRound(
              DecisionReason.WORSE_WHILE_MUTED, Kind.TRIGGERED, life, changed, occasion);
      List<NewEntry> entries = List.of(entry, round.entries().getFirst());
      return new Decision(DecisionReason.SEVERITY_CHANGED, round.next(), round.paging(), entries);
    }
    Lifecycle next = life.in(changed).in(severityChanged(life, to, occasion));
    return Decision.severityChanged(next, worse, entry, occasion);
  }

  private static Round severityChanged(Lifecycle life, Severity to, Occasion occasion) {
    boolean worse = to.isWorseThan(life.severity());
    return life.current().severityChanged(worse, occasion.now(), occasion.within(to));
  }

  /** Stays muted; the person who snoozes has seen it, so a snooze acknowledges, too. */
  @Override
  public Decision mute(Lifecycle life, Mute mute, Instant now) {
    if (mute.kind() == Mute.Kind.MUTE) {
      return Open.super.mute(life, mute, now);
    }
    Decision seen = acknowledge(life, mute.by(), now);
    Decision snoozed = seen.next().state().mute(seen.next(), mute, now);
    List<NewEntry> entries = new ArrayList<>(seen.entries());
    entries.addAll(snoozed.entries());
    return new Decision(snoozed.reason(), snoozed.next(), snoozed.paging(), entries);
  }

  /** Begins a new round: nobody has acknowledged meanwhile. */
  @Override
  public Decision muteOver(Lifecycle life, Mute mute, DecisionReason reason, Occasion occasion) {
    return Decision.newRound(reason, Kind.MUTE_OVER, life, life.classification(), occasion);
  }

  /** Stays; records once in a round that nobody acknowledged in time. */
  @Override
  public Decision acknowledgementDue(Lifecycle life, Instant now) {
    SlaClock clock = life.clock();
    if (clock.breachRecorded() || now.isBefore(clock.due())) {
      return Decision.unchanged(DecisionReason.NOT_OVERDUE, life);
    }
    NewEntry entry =
        new NewEntry(
            Kind.ACKNOWLEDGEMENT_BREACHED,
            clock.due(),
            Actor.CLOCK,
            "nobody acknowledged by " + Words.instant(clock.due()),
            Map.of("due", clock.due().toString(), "round", Integer.toString(life.round())));
    Lifecycle next = life.in(life.current().breachRecorded());
    return Decision.noted(DecisionReason.ACKNOWLEDGEMENT_OVERDUE, next, entry);
  }
}
