package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
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
    State state, Round current, Classification classification, Optional<Mute> mute, Roles roles) {

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
        DecisionReason.OPENED,
        new Lifecycle(new Triggered(), round, as, Optional.empty(), Roles.NONE),
        Paging.TRIGGER,
        List.of(new NewEntry(Kind.TRIGGERED, now, by, text, facts)));
  }

  public int round() {
    return current.number();
  }

  public Anchors anchors() {
    return current.anchors();
  }

  public SlaClock clock() {
    return current.clock();
  }

  /** Returns the clocks of the incident. */
  public Map<ClockKind, SlaClock> clocks() {
    return Map.of(ClockKind.ACKNOWLEDGEMENT, current.clock());
  }

  /** Returns when clocks run out, of those that run. */
  public Map<ClockKind, Instant> deadlines() {
    boolean runs = state instanceof Triggered && !clock().breachRecorded();
    return runs ? Map.of(ClockKind.ACKNOWLEDGEMENT, clock().due()) : Map.of();
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
   * @param branch of the page
   */
  public Decision acknowledgePage(int ofRound, Branch branch, Actor by, Instant at, Instant now) {
    if (ofRound > round()) {
      return Decision.unchanged(DecisionReason.ROUND_IS_UNKNOWN, this);
    }
    Acknowledgement given = new Acknowledgement(by, at, ofRound);
    return branch.isMain()
        ? state.acknowledgePage(this, given, now)
        : Decision.noted(DecisionReason.OTHER_BRANCH, this, given.entry());
  }

  /** Takes an acknowledgement back: somebody must be paged again, in a new round. */
  public Decision unacknowledge(Actor by, Instant now, AcknowledgementTimes times) {
    return state.unacknowledge(this, new Occasion(by, now, times));
  }

  /**
   * Resolves by hand.
   *
   * @param suppress for how long repeats of alerts that go on firing do not reopen it, if any do
   */
  public Decision resolve(Actor by, Instant now, Optional<Duration> suppress) {
    return state.resolve(this, by, now, suppress);
  }

  /** Resolves an incident that has served its purpose; one that is resolved stays so. */
  public Decision end(DecisionReason why, Actor by, Instant now) {
    return state.end(this, why, by, now);
  }

  /** Reopens what was resolved, in a new round. */
  public Decision reopen(Actor by, Instant now, AcknowledgementTimes times) {
    return state.reopen(this, new Occasion(by, now, times));
  }

  /** Returns what its alerts do to it. */
  public AlertTransitions alerts() {
    return new AlertTransitions(this);
  }

  /**
   * Assigns it to another team or policy: a new round, by the new policy.
   *
   * @param to the team and policy, in words
   */
  public Decision assign(String to, String why, Actor by, Instant now, AcknowledgementTimes times) {
    return state.assign(this, "assigned to " + to + ": " + why, new Occasion(by, now, times));
  }

  /** Returns how it is muted and snoozed. */
  public MuteTransitions mutes() {
    return new MuteTransitions(this);
  }

  /** Returns how people take and give up roles. */
  public RoleTransitions roleChanges() {
    return new RoleTransitions(this);
  }

  /** Returns what time alone does to the incident. */
  public TimedTransitions timed() {
    return new TimedTransitions(this);
  }

  /** Returns what people say and correct about it. */
  public EditTransitions edits() {
    return new EditTransitions(this);
  }

  /** Only what persons do counts as an update. */
  Lifecycle touchedBy(Actor by, Instant now) {
    return by.isPerson() ? in(current.updated(now)) : this;
  }

  Lifecycle in(State next) {
    return new Lifecycle(next, current, classification, mute, roles);
  }

  Lifecycle in(Round next) {
    return new Lifecycle(state, next, classification, mute, roles);
  }

  Lifecycle in(Classification next) {
    return new Lifecycle(state, current, next, mute, roles);
  }

  Lifecycle in(Optional<Mute> next) {
    return new Lifecycle(state, current, classification, next, roles);
  }

  Lifecycle in(Roles next) {
    return new Lifecycle(state, current, classification, mute, next);
  }
}
