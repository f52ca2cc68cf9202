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
final class Quieting {
  private Quieting() {}

  static Decision mute(Lifecycle life, Quiet quiet, Instant now) {
    if (life.state() instanceof Resolved) {
      return Decision.unchanged(Reason.RESOLVED_IS_QUIET, life);
    }
    return begin(Reason.MUTED, Kind.MUTED, life, quiet, now);
  }

  /** Whoever snoozes has seen it. */
  static Decision snooze(Lifecycle life, Quiet quiet, Instant now) {
    return switch (life.state()) {
      case Resolved resolved -> Decision.unchanged(Reason.RESOLVED_IS_QUIET, life);
      case Acknowledged acknowledged -> begin(Reason.SNOOZED, Kind.SNOOZED, life, quiet, now);
      case Triggered triggered -> {
        Decision seen = life.acknowledge(quiet.by(), now);
        Decision snoozed = begin(Reason.SNOOZED, Kind.SNOOZED, seen.next(), quiet, now);
        List<Entry> entries = new ArrayList<>(seen.entries());
        entries.addAll(snoozed.entries());
        yield new Decision(snoozed.reason(), snoozed.next(), snoozed.paging(), entries);
      }
    };
  }

  /** By hand, before its end. */
  static Decision end(Lifecycle life, Actor by, Instant now, AcknowledgementTimes times) {
    return life.quiet().isEmpty()
        ? Decision.unchanged(Reason.NOT_QUIET, life)
        : over(life, Reason.QUIET_ENDED, by, now, times);
  }

  /** Its instant has come. */
  static Decision due(Lifecycle life, Instant now, AcknowledgementTimes times) {
    return life.quiet().filter(quiet -> !now.isBefore(quiet.until())).isEmpty()
        ? Decision.unchanged(Reason.NOT_QUIET, life)
        : over(life, Reason.QUIET_OVER, Actor.CLOCK, now, times);
  }

  private static Decision over(
      Lifecycle life, Reason reason, Actor by, Instant now, AcknowledgementTimes times) {
    boolean snoozed = life.quiet().orElseThrow().kind() == Quiet.Kind.SNOOZE;
    if (life.state() instanceof Triggered || snoozed) {
      return life.newRound(reason, Kind.QUIET_OVER, life.severity(), life.tags(), by, now, times);
    }
    Entry entry = Entry.of(Kind.QUIET_OVER, now, by, reason.text());
    return new Decision(reason, life.withQuiet(Optional.empty()), Paging.UPDATE, List.of(entry));
  }

  private static Decision begin(
      Reason reason, Kind kind, Lifecycle life, Quiet quiet, Instant now) {
    if (life.quiet().filter(quiet::equals).isPresent()) {
      return Decision.unchanged(reason, life);
    }
    Entry entry =
        new Entry(
            kind,
            now,
            quiet.by(),
            reason.text() + " until " + quiet.until() + ": " + quiet.reason(),
            Map.of("until", quiet.until().toString(), "reason", quiet.reason()));
    Lifecycle next = life.withQuiet(Optional.of(quiet)).touchedBy(quiet.by(), now);
    return new Decision(reason, next, Paging.UPDATE, List.of(entry));
  }
}
