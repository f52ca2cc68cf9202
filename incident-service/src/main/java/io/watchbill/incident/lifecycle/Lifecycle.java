package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
import io.watchbill.incident.lifecycle.State.Acknowledged;
import io.watchbill.incident.lifecycle.State.Resolved;
import io.watchbill.incident.lifecycle.State.Resolved.How;
import io.watchbill.incident.lifecycle.State.Triggered;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The life of one incident and its legal transitions. Every method is a pure function of what is
 * known and an instant; it answers with a {@link Decision} and changes nothing.
 *
 * <p>A <em>round</em> begins at the trigger, a reopening, an un-acknowledgement and with an alert
 * worse than what was acknowledged, an acknowledgement's time-out, the end of a mute or snooze, an
 * assignment. Anchors and the acknowledgement's clock belong to the round, and it begins unmuted.
 */
public record Lifecycle(
    State state,
    int round,
    Severity severity,
    Set<String> tags,
    Anchors anchors,
    AcknowledgementClock clock,
    Optional<Mute> mute) {

  private static final String FROM = "from";
  private static final String TO = "to";

  public Lifecycle {
    tags = Collections.unmodifiableSet(new TreeSet<>(tags));
  }

  /** A new incident, in its first round. */
  public static Decision open(
      Severity severity,
      Set<String> tags,
      String cause,
      Actor by,
      Instant now,
      AcknowledgementTimes times) {
    AcknowledgementClock clock = AcknowledgementClock.start(now, times.within(severity));
    Lifecycle opened =
        new Lifecycle(new Triggered(), 1, severity, tags, Anchors.of(now), clock, Optional.empty());
    Entry entry =
        new Entry(
            Kind.TRIGGERED,
            now,
            by,
            "opened as " + severity + ": " + cause,
            Map.of("severity", severity.name(), "round", "1"));
    return new Decision(Reason.OPENED, opened, Paging.TRIGGER, List.of(entry));
  }

  /**
   * A person says "I see this". On what is acknowledged or resolved already it changes nothing;
   * that somebody else acknowledges, too, is noted.
   */
  public Decision acknowledge(Actor by, Instant now) {
    return Acknowledging.here(this, by, now);
  }

  /**
   * An acknowledgement that was given elsewhere, at its own instant, for a round. It is never
   * undone by what is older, and never acknowledges a round that it did not know.
   */
  public Decision acknowledgePage(
      int ofRound, boolean mainBranch, Actor by, Instant at, Instant now) {
    return mainBranch
        ? Acknowledging.byPage(this, ofRound, by, at, now)
        : Acknowledging.ofAnotherBranch(this, ofRound, by, at);
  }

  /** Somebody must be told again: a new round. */
  public Decision unacknowledge(Actor by, Instant now, AcknowledgementTimes times) {
    return switch (state) {
      case Triggered triggered -> Decision.unchanged(Reason.NOT_ACKNOWLEDGED, this);
      case Resolved resolved -> Decision.unchanged(Reason.REOPEN_IT_INSTEAD, this);
      case Acknowledged acknowledged ->
          newRound(Reason.UNACKNOWLEDGED, Kind.UNACKNOWLEDGED, severity, tags, by, now, times);
    };
  }

  /**
   * A person says that it is over.
   *
   * @param quiet how long repeats of alerts that go on firing stay quiet, if there are any
   */
  public Decision resolve(Actor by, Instant now, Optional<Duration> mute) {
    if (state instanceof Resolved) {
      return Decision.unchanged(Reason.ALREADY_RESOLVED, this);
    }
    return resolved(Reason.RESOLVED_BY_HAND, How.BY_HAND, by, now, mute.map(now::plus));
  }

  /** The last of its alerts has resolved. */
  public Decision alertsEnded(boolean resolves, Actor by, Instant now) {
    Entry entry = Entry.of(Kind.ALERTS_RESOLVED, now, by, "all alerts are resolved");
    if (state instanceof Resolved) {
      return Decision.noted(Reason.ALREADY_RESOLVED, this, entry);
    }
    if (!resolves) {
      return Decision.noted(Reason.ALERTS_RESOLVED_STAYS_OPEN, this, entry);
    }
    return resolved(Reason.RESOLVED_BY_ALERTS, How.BY_ALERTS, by, now, Optional.empty());
  }

  /**
   * The last of its alerts that were told of has resolved, but the message was cut: others, of
   * which nobody here knows, may fire.
   */
  public Decision knownAlertsEnded(Actor by, Instant now) {
    Reason reason = Reason.CUT_MESSAGE_STAYS_OPEN;
    return state instanceof Resolved
        ? Decision.unchanged(Reason.ALREADY_RESOLVED, this)
        : Decision.noted(reason, this, Entry.of(Kind.ALERTS_RESOLVED, now, by, reason.text()));
  }

  /** Some of its alerts have ended, others still fire. */
  public Decision someAlertsEnded(long count, Actor by, Instant now) {
    String text = count == 1 ? "an alert is resolved" : count + " alerts are resolved";
    Entry entry =
        new Entry(Kind.ALERTS_RESOLVED, now, by, text, Map.of("count", Long.toString(count)));
    return Decision.noted(Reason.SOME_ALERTS_RESOLVED, this, entry);
  }

  /** It was not over: a new round. */
  public Decision reopen(Actor by, Instant now, AcknowledgementTimes times) {
    return switch (state) {
      case Triggered triggered -> Decision.unchanged(Reason.ALREADY_OPEN, this);
      case Acknowledged acknowledged -> Decision.unchanged(Reason.ALREADY_OPEN, this);
      case Resolved resolved ->
          newRound(Reason.REOPENED_BY_HAND, Kind.REOPENED, severity, tags, by, now, times);
    };
  }

  /** Its alerts fire: new ones, or the same again. */
  public Decision alertsArrived(
      AlertChanges news, Actor by, Instant now, AcknowledgementTimes times) {
    return Arrival.of(this, news, by, now, times);
  }

  /** A person judges it anew, with a reason. Also a resolved one can be corrected. */
  public Decision changeSeverity(
      Severity to, String why, Actor by, Instant now, AcknowledgementTimes times) {
    if (to == severity) {
      return Decision.unchanged(Reason.SAME_SEVERITY, this);
    }
    Entry entry =
        new Entry(
            Kind.SEVERITY_CHANGED,
            now,
            by,
            severity + " to " + to + ": " + why,
            Map.of(FROM, severity.name(), TO, to.name(), "reason", why));
    boolean muted = mute.isPresent() && state instanceof Triggered;
    if (muted && to.isWorseThan(severity)) {
      return toldAnew(entry, to, by, now, times);
    }
    Lifecycle next = withSeverity(to, now, times).touchedBy(by, now);
    Paging paging = to.isWorseThan(severity) && state.isOpen() ? Paging.TRIGGER : Paging.UPDATE;
    return new Decision(Reason.SEVERITY_CHANGED, next, paging, List.of(entry));
  }

  /** Nobody muted what it has become. */
  private Decision toldAnew(
      Entry cause, Severity to, Actor by, Instant now, AcknowledgementTimes times) {
    Decision round = newRound(Reason.WORSE_WHILE_MUTED, Kind.TRIGGERED, to, tags, by, now, times);
    List<Entry> entries = List.of(cause, round.entries().getFirst());
    return new Decision(Reason.SEVERITY_CHANGED, round.next(), round.paging(), entries);
  }

  /**
   * Another team or policy has it from now on: a new round, by the new policy.
   *
   * @param to whom, in words
   */
  public Decision assign(String to, String why, Actor by, Instant now, AcknowledgementTimes times) {
    if (state instanceof Resolved) {
      return Decision.unchanged(Reason.REOPEN_IT_INSTEAD, this);
    }
    Decision round = newRound(Reason.ASSIGNED, Kind.ASSIGNED, severity, tags, by, now, times);
    Entry plain = round.entries().getFirst();
    Entry entry = new Entry(plain.kind(), now, by, "assigned to " + to + ": " + why, plain.facts());
    return new Decision(Reason.ASSIGNED, round.next(), round.paging(), List.of(entry));
  }

  /** Nobody is told before its end, which begins a round unless somebody has acknowledged. */
  public Decision mute(Instant until, String why, Actor by, Instant now) {
    return Mutes.mute(this, new Mute(Mute.Kind.MUTE, until, why, by), now);
  }

  /** Acknowledged, but to be told again: its end begins a round. */
  public Decision snooze(Instant until, String why, Actor by, Instant now) {
    return Mutes.snooze(this, new Mute(Mute.Kind.SNOOZE, until, why, by), now);
  }

  /** Ends a mute or snooze before its time. */
  public Decision unmute(Actor by, Instant now, AcknowledgementTimes times) {
    return Mutes.end(this, by, now, times);
  }

  /** The end of a mute or snooze may have come. */
  public Decision muteDue(Instant now, AcknowledgementTimes times) {
    return Mutes.due(this, now, times);
  }

  /**
   * When an acknowledgement of which nothing is heard ends; empty while there is none, and while it
   * is quiet: then the end of the quiet decides.
   *
   * @param allowed from the last that a person did or said
   */
  public Optional<Instant> acknowledgementEnds(Duration allowed) {
    return state instanceof Acknowledged && mute.isEmpty()
        ? Optional.of(anchors.lastUpdate().plus(allowed))
        : Optional.empty();
  }

  /**
   * Whoever acknowledged may have forgotten it: a new round.
   *
   * @param end when the acknowledgement ends, if it does
   */
  public Decision acknowledgementTimedOut(
      Optional<Instant> end, Instant now, AcknowledgementTimes times) {
    boolean over =
        state instanceof Acknowledged
            && mute.isEmpty()
            && end.filter(at -> !now.isBefore(at)).isPresent();
    return over
        ? newRound(
            Reason.ACKNOWLEDGEMENT_TIMED_OUT,
            Kind.UNACKNOWLEDGED,
            severity,
            tags,
            Actor.CLOCK,
            now,
            times)
        : Decision.unchanged(Reason.NOT_TIMED_OUT, this);
  }

  /** The tags it shall have from now on. */
  public Decision changeTags(Set<String> to, Actor by, Instant now) {
    if (to.equals(tags)) {
      return Decision.unchanged(Reason.SAME_TAGS, this);
    }
    Lifecycle next =
        new Lifecycle(state, round, severity, to, anchors, clock, mute).touchedBy(by, now);
    Entry entry = tagsChanged(next.tags, by, now);
    return new Decision(Reason.TAGS_CHANGED, next, Paging.UPDATE, List.of(entry));
  }

  /** It is kept beyond the retention, or not any more. */
  public Decision held(boolean hold, String why, Actor by, Instant now) {
    Reason reason = hold ? Reason.HELD : Reason.HOLD_ENDED;
    Kind kind = hold ? Kind.LEGAL_HOLD : Kind.LEGAL_HOLD_ENDED;
    return Decision.noted(reason, this, Entry.of(kind, now, by, reason.text() + ": " + why));
  }

  /** Words of a person; they are a sign of life for the reminders that wait for one. */
  public Decision comment(String text, Actor by, Instant now) {
    Lifecycle next = touchedBy(by, now);
    Paging paging = next.equals(this) ? Paging.NOTHING : Paging.UPDATE;
    Entry entry = Entry.of(Kind.COMMENT, now, by, text);
    return new Decision(Reason.COMMENTED, next, paging, List.of(entry));
  }

  /** The clock's instant has come: the breach is recorded once. */
  public Decision acknowledgementDue(Instant now) {
    boolean overdue =
        state instanceof Triggered && !clock.breachRecorded() && !now.isBefore(clock.due());
    if (!overdue) {
      return Decision.unchanged(Reason.NOT_OVERDUE, this);
    }
    Entry entry =
        new Entry(
            Kind.ACKNOWLEDGEMENT_BREACHED,
            clock.due(),
            Actor.CLOCK,
            "nobody acknowledged by " + clock.due(),
            Map.of("due", clock.due().toString(), "round", Integer.toString(round)));
    Lifecycle next = new Lifecycle(state, round, severity, tags, anchors, clock.recorded(), mute);
    return Decision.noted(Reason.ACKNOWLEDGEMENT_OVERDUE, next, entry);
  }

  private Decision resolved(
      Reason reason, How how, Actor by, Instant now, Optional<Instant> suppressedUntil) {
    Lifecycle next =
        new Lifecycle(
            new Resolved(by, now, how, suppressedUntil),
            round,
            severity,
            tags,
            anchors,
            clock,
            Optional.empty());
    String mute = suppressedUntil.map(until -> "; its alerts stay quiet until " + until).orElse("");
    Entry entry = Entry.of(Kind.RESOLVED, now, by, reason.text() + mute);
    return new Decision(reason, next.touchedBy(by, now), Paging.UPDATE, List.of(entry));
  }

  Decision newRound(
      Reason reason,
      Kind kind,
      Severity atSeverity,
      Set<String> withTags,
      Actor by,
      Instant now,
      AcknowledgementTimes times) {
    Lifecycle next =
        new Lifecycle(
            new Triggered(),
            round + 1,
            atSeverity,
            withTags,
            Anchors.of(now),
            AcknowledgementClock.start(now, times.within(atSeverity)),
            Optional.empty());
    Entry entry =
        new Entry(
            kind,
            now,
            by,
            reason.text(),
            Map.of("round", Integer.toString(round + 1), "severity", atSeverity.name()));
    return new Decision(reason, next, Paging.TRIGGER, List.of(entry));
  }

  Lifecycle withSeverity(Severity to, Instant now, AcknowledgementTimes times) {
    AcknowledgementClock next =
        state instanceof Triggered
            ? clock.severityChanged(
                to.isWorseThan(severity), anchors.triggered(), now, times.within(to))
            : clock;
    return new Lifecycle(state, round, to, tags, anchors.withSeverityChange(now), next, mute);
  }

  Lifecycle withTags(Set<String> more) {
    Set<String> all = new TreeSet<>(tags);
    all.addAll(more);
    return new Lifecycle(state, round, severity, all, anchors, clock, mute);
  }

  Entry tagsChanged(Set<String> to, Actor by, Instant now) {
    return new Entry(
        Kind.TAGS_CHANGED,
        now,
        by,
        "tags: " + (to.isEmpty() ? "none" : String.join(", ", to)),
        Map.of(FROM, String.join(",", tags), TO, String.join(",", to)));
  }

  /** Only what persons do counts as an update. */
  Lifecycle touchedBy(Actor by, Instant now) {
    return by.isPerson()
        ? new Lifecycle(state, round, severity, tags, anchors.withUpdate(now), clock, mute)
        : this;
  }

  Lifecycle withMute(Optional<Mute> next) {
    return new Lifecycle(state, round, severity, tags, anchors, clock, next);
  }
}
