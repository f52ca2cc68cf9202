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

/** Mutes and snoozes: how they begin and what their end does. */
final class Mutes {
  private Mutes() {}

  static Decision mute(Lifecycle life, Mute mute, Instant now) {
    if (life.state() instanceof Resolved) {
      return Decision.unchanged(Reason.RESOLVED_IS_MUTED, life);
    }
    return begin(Reason.MUTED, Kind.MUTED, life, mute, now);
  }

  /** Whoever snoozes has seen it. */
  static Decision snooze(Lifecycle life, Mute mute, Instant now) {
    return switch (life.state()) {
      case Resolved resolved -> Decision.unchanged(Reason.RESOLVED_IS_MUTED, life);
      case Acknowledged acknowledged -> begin(Reason.SNOOZED, Kind.SNOOZED, life, mute, now);
      case Triggered triggered -> {
        Decision seen = life.acknowledge(mute.by(), now);
        Decision snoozed = begin(Reason.SNOOZED, Kind.SNOOZED, seen.next(), mute, now);
        List<Entry> entries = new ArrayList<>(seen.entries());
        entries.addAll(snoozed.entries());
        yield new Decision(snoozed.reason(), snoozed.next(), snoozed.paging(), entries);
      }
    };
  }

  /** By hand, before its end. */
  static Decision end(Lifecycle life, Actor by, Instant now, AcknowledgementTimes times) {
    return life.mute().isEmpty()
        ? Decision.unchanged(Reason.NOT_MUTED, life)
        : over(life, Reason.UNMUTED, by, now, times);
  }

  /** Its instant has come. */
  static Decision due(Lifecycle life, Instant now, AcknowledgementTimes times) {
    return life.mute().filter(mute -> !now.isBefore(mute.until())).isEmpty()
        ? Decision.unchanged(Reason.NOT_MUTED, life)
        : over(life, Reason.MUTE_OVER, Actor.CLOCK, now, times);
  }

  private static Decision over(
      Lifecycle life, Reason reason, Actor by, Instant now, AcknowledgementTimes times) {
    boolean snoozed = life.mute().orElseThrow().kind() == Mute.Kind.SNOOZE;
    if (life.state() instanceof Triggered || snoozed) {
      return life.newRound(reason, Kind.MUTE_OVER, life.severity(), life.tags(), by, now, times);
    }
    Entry entry = Entry.of(Kind.MUTE_OVER, now, by, reason.text());
    return new Decision(reason, life.withMute(Optional.empty()), Paging.UPDATE, List.of(entry));
  }

  private static Decision begin(Reason reason, Kind kind, Lifecycle life, Mute mute, Instant now) {
    if (life.mute().filter(mute::equals).isPresent()) {
      return Decision.unchanged(reason, life);
    }
    Entry entry =
        new Entry(
            kind,
            now,
            mute.by(),
            reason.text() + " until " + mute.until() + ": " + mute.reason(),
            Map.of("until", mute.until().toString(), "reason", mute.reason()));
    Lifecycle next = life.withMute(Optional.of(mute)).touchedBy(mute.by(), now);
    return new Decision(reason, next, Paging.UPDATE, List.of(entry));
  }
}
