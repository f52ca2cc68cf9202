package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
import io.watchbill.incident.lifecycle.State.Acknowledged;
import io.watchbill.incident.lifecycle.State.Resolved;
import io.watchbill.incident.lifecycle.State.Triggered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an acknowledgement does to an incident, whichever way and however late it arrives. */
final class Acknowledging {
  private Acknowledging() {}

  /** Given here and now. */
  static Decision here(Lifecycle life, Actor by, Instant now) {
    return switch (life.state()) {
      case Triggered triggered -> first(life, by, now, now);
      case Acknowledged acknowledged when acknowledged.by().id().equals(by.id()) ->
          Decision.unchanged(Reason.ALREADY_ACKNOWLEDGED, life);
      case Acknowledged acknowledged ->
          Decision.noted(Reason.ALREADY_ACKNOWLEDGED, life, entry(by, now, life.round()));
      case Resolved resolved -> Decision.unchanged(Reason.ALREADY_RESOLVED, life);
    };
  }

  /** Given elsewhere, for a round, at its own instant. */
  static Decision byPage(Lifecycle life, int ofRound, Actor by, Instant at, Instant now) {
    if (ofRound > life.round()) {
      return Decision.unchanged(Reason.ROUND_IS_UNKNOWN, life);
    }
    boolean late = ofRound < life.round();
    return switch (life.state()) {
      case Triggered triggered when late -> Decision.unchanged(Reason.ROUND_IS_OVER, life);
      case Triggered triggered -> first(life, by, at, now);
      case Acknowledged acknowledged when late ->
          Decision.noted(Reason.ACKNOWLEDGED_IN_A_LATER_ROUND, life, entry(by, at, ofRound));
      case Acknowledged acknowledged -> again(life, by, at, now);
      case Resolved resolved ->
          Decision.noted(Reason.ALREADY_RESOLVED, life, entry(by, at, ofRound));
    };
  }

  /** It stops only its own branch. */
  static Decision ofAnotherBranch(Lifecycle life, int ofRound, Actor by, Instant at) {
    return ofRound > life.round()
        ? Decision.unchanged(Reason.ROUND_IS_UNKNOWN, life)
        : Decision.noted(Reason.OTHER_BRANCH, life, entry(by, at, ofRound));
  }

  private static Decision first(Lifecycle life, Actor by, Instant at, Instant now) {
    Instant when = within(life, at, now);
    AcknowledgementClock stopped = life.clock().acknowledgedAt(when);
    Lifecycle next =
        new Lifecycle(
            new Acknowledged(by, when),
            life.round(),
            life.severity(),
            life.tags(),
            life.anchors().withAcknowledged(when),
            stopped,
            life.mute());
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(by, when, life.round()));
    corrected(stopped, by, when).ifPresent(entries::add);
    return new Decision(Reason.ACKNOWLEDGED, next, Paging.UPDATE, entries);
  }

  /** A second acknowledgement moves nothing but the clock, if it was given before the first. */
  private static Decision again(Lifecycle life, Actor by, Instant at, Instant now) {
    Instant when = within(life, at, now);
    AcknowledgementClock first = life.clock().acknowledgedAt(when);
    Lifecycle next =
        new Lifecycle(
            life.state(),
            life.round(),
            life.severity(),
            life.tags(),
            life.anchors(),
            first,
            life.mute());
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(by, when, life.round()));
    if (!first.equals(life.clock())) {
      corrected(first, by, when).ifPresent(entries::add);
    }
    return new Decision(Reason.ALREADY_ACKNOWLEDGED, next, Paging.NOTHING, entries);
  }

  /** The timeline is never edited: a breach that proves to be none is corrected by an entry. */
  private static Optional<Entry> corrected(AcknowledgementClock stopped, Actor by, Instant when) {
    if (!stopped.breachRecorded() || !when.isBefore(stopped.due())) {
      return Optional.empty();
    }
    return Optional.of(
        Entry.of(
            Kind.ACKNOWLEDGEMENT_MET,
            when,
            by,
            "acknowledged in time after all; word of it came late"));
  }

  private static Instant within(Lifecycle life, Instant at, Instant now) {
    Instant began = life.anchors().triggered();
    Instant notLate = at.isAfter(now) ? now : at;
    return notLate.isBefore(began) ? began : notLate;
  }

  private static Entry entry(Actor by, Instant at, int ofRound) {
    return new Entry(
        Kind.ACKNOWLEDGED,
        at,
        by,
        by + " acknowledged by " + by.channel(),
        Map.of("round", Integer.toString(ofRound)));
  }
}
