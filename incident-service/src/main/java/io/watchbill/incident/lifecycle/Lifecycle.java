package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The life of one incident. Every method is a pure function of what is known and an instant; it
 * answers with a {@link Decision} and changes nothing. The {@link State} owns the transitions; here
 * is what does not depend on it.
 *
 * <p>A <em>round</em> begins at the trigger, a reopening, an un-acknowledgement and with an alert
 * worse than what was acknowledged, an acknowledgement's time-out, the end of a mute or snooze, an
 * assignment. It begins unmuted.
 */
public record Lifecycle(
    State state, Round current, Classification classification, Optional<Mute> mute) {

  /** Opens an incident, in its first round. */
  public static Decision open(
      Severity severity,
      Set<String> tags,
      String cause,
      Actor by,
      Instant now,
      AcknowledgementTimes times) {
    Round round = Round.first(now, times.within(severity));
    Classification as = new Classification(severity, tags);
    Map<String, String> facts = Map.of("severity", severity.name(), "round", "1");
    String text = "opened as " + severity + ": " + cause;
    return new Decision(
        Reason.OPENED,
        new Lifecycle(new Triggered(), round, as, Optional.empty()),
        Paging.TRIGGER,
        List.of(new Entry(Kind.TRIGGERED, now, by, text, facts)));
  }

  public int round() {
    return current.number();
  }

  public Anchors anchors() {
    return current.anchors();
  }

  public AcknowledgementClock clock() {
    return current.clock();
  }

  public Severity severity() {
    return classification.severity();
  }

  public Set<String> tags() {
    return classification.tags();
  }

  /** Acknowledges here and now. */
  public Decision acknowledge(Actor by, Instant now) {
    return state.acknowledge(this, by, now);
  }

  /**
   * Acknowledges a page of a round, at the instant at which the person did. An older
   * acknowledgement never undoes anything, and none counts for a round that it did not know.
   *
   * @param mainBranch whether the page was of the main branch; another one stops only itself
   */
  public Decision acknowledgePage(
      int ofRound, boolean mainBranch, Actor by, Instant at, Instant now) {
    if (ofRound > round()) {
      return Decision.unchanged(Reason.ROUND_IS_UNKNOWN, this);
    }
    Acknowledgement given = new Acknowledgement(by, at, ofRound);
    return mainBranch
        ? state.acknowledgePage(this, given, now)
        : Decision.noted(Reason.OTHER_BRANCH, this, given.entry());
  }

  /** Takes an acknowledgement back: somebody must be paged again, in a new round. */
  public Decision unacknowledge(Actor by, Instant now, AcknowledgementTimes times) {
    return state.unacknowledge(this, new Moment(by, now, times));
  }

  /**
   * Resolves by hand.
   *
   * @param suppress for how long repeats of alerts that go on firing do not reopen it, if any do
   */
  public Decision resolve(Actor by, Instant now, Optional<Duration> suppress) {
    return state.resolve(this, by, now, suppress);
  }

  /** Reopens what was resolved, in a new round. */
  public Decision reopen(Actor by, Instant now, AcknowledgementTimes times) {
    return state.reopen(this, new Moment(by, now, times));
  }

  /** Takes in alerts that fire: new ones, or the same again. */
  public Decision alertsArrived(
      AlertChanges changes, Actor by, Instant now, AcknowledgementTimes times) {
    return state.alertsArrived(this, changes, new Moment(by, now, times));
  }

  /** Takes note that the last of its alerts is resolved. */
  public Decision alertsEnded(boolean resolves, Actor by, Instant now) {
    return state.alertsEnded(this, resolves, by, now);
  }

  /** The last known alert is resolved, but the message was cut: unknown ones may fire. */
  public Decision knownAlertsEnded(Actor by, Instant now) {
    return state.knownAlertsEnded(this, by, now);
  }

  /** Takes note that some of its alerts are resolved; others still fire. */
  public Decision someAlertsEnded(long count, Actor by, Instant now) {
    Entry entry = Entry.someAlertsEnded(count, by, now);
    return Decision.noted(Reason.SOME_ALERTS_RESOLVED, this, entry);
  }

  /** Changes the severity by hand, with a reason; also of a resolved incident. */
  public Decision changeSeverity(
      Severity to, String why, Actor by, Instant now, AcknowledgementTimes times) {
    Entry entry = classification.severityChanged(to, why, by, now);
    return to == severity()
        ? Decision.unchanged(Reason.SAME_SEVERITY, this)
        : state.changeSeverity(this, to, entry, new Moment(by, now, times));
  }

  /**
   * Assigns it to another team or policy: a new round, by the new policy.
   *
   * @param to the team and policy, in words
   */
  public Decision assign(String to, String why, Actor by, Instant now, AcknowledgementTimes times) {
    return state.assign(this, "assigned to " + to + ": " + why, new Moment(by, now, times));
  }

  /** Pages nobody before its end, which begins a round unless somebody has acknowledged. */
  public Decision mute(Instant until, String why, Actor by, Instant now) {
    return state.mute(this, new Mute(Mute.Kind.MUTE, until, why, by), now);
  }

  /** Acknowledges, and pages again at the end, which begins a round. */
  public Decision snooze(Instant until, String why, Actor by, Instant now) {
    return state.mute(this, new Mute(Mute.Kind.SNOOZE, until, why, by), now);
  }

  /** Ends a mute or snooze before its time. */
  public Decision unmute(Actor by, Instant now, AcknowledgementTimes times) {
    Moment moment = new Moment(by, now, times);
    return mute.map(ended -> state.muteOver(this, ended, Reason.UNMUTED, moment))
        .orElseGet(() -> Decision.unchanged(Reason.NOT_MUTED, this));
  }

  /** Returns what time alone does to the incident. */
  public Clocks clocks() {
    return new Clocks(this);
  }

  /** Replaces the tags. */
  public Decision changeTags(Set<String> to, Actor by, Instant now) {
    Classification changed = classification.with(to);
    if (changed.equals(classification)) {
      return Decision.unchanged(Reason.SAME_TAGS, this);
    }
    Entry entry = classification.tagsChanged(changed, by, now);
    Lifecycle next = in(changed).touchedBy(by, now);
    return new Decision(Reason.TAGS_CHANGED, next, Paging.UPDATE, List.of(entry));
  }

  /** Places or ends a legal hold. */
  public Decision held(boolean hold, String why, Actor by, Instant now) {
    Reason reason = hold ? Reason.HELD : Reason.HOLD_ENDED;
    Kind kind = hold ? Kind.LEGAL_HOLD : Kind.LEGAL_HOLD_ENDED;
    return Decision.noted(reason, this, Entry.of(kind, now, by, reason.text() + ": " + why));
  }

  /** Adds a comment; one of a person is an update. */
  public Decision comment(String text, Actor by, Instant now) {
    Lifecycle next = touchedBy(by, now);
    Paging paging = next.equals(this) ? Paging.NOTHING : Paging.UPDATE;
    return new Decision(
        Reason.COMMENTED, next, paging, List.of(Entry.of(Kind.COMMENT, now, by, text)));
  }

  /** Only what persons do counts as an update. */
  Lifecycle touchedBy(Actor by, Instant now) {
    return by.isPerson() ? in(current.updated(now)) : this;
  }

  Lifecycle in(State next) {
    return new Lifecycle(next, current, classification, mute);
  }

  Lifecycle in(Round next) {
    return new Lifecycle(state, next, classification, mute);
  }

  Lifecycle in(Classification next) {
    return new Lifecycle(state, current, next, mute);
  }

  Lifecycle in(Optional<Mute> next) {
    return new Lifecycle(state, current, classification, next);
  }
}
