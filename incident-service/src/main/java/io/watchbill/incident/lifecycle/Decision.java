package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What follows from something that happened: the next lifecycle, the reason, and the entries for
 * the timeline. A decision that changes nothing has the same lifecycle as before; it may still have
 * an entry.
 */
public record Decision(
    DecisionReason reason, Lifecycle next, Paging paging, List<NewEntry> entries) {

  public Decision {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(next);
    Objects.requireNonNull(paging);
    entries = List.copyOf(entries);
  }

  static Decision unchanged(DecisionReason reason, Lifecycle lifecycle) {
    return new Decision(reason, lifecycle, Paging.NOTHING, List.of());
  }

  static Decision noted(DecisionReason reason, Lifecycle lifecycle, NewEntry entry) {
    return new Decision(reason, lifecycle, Paging.NOTHING, List.of(entry));
  }

  /** Moves to {@link Triggered}, in a new round that is not muted: somebody is paged. */
  static Decision newRound(
      DecisionReason reason, Kind kind, Lifecycle from, Classification as, Occasion occasion) {
    Round round = from.current().next(occasion.now(), occasion.within(as.severity()));
    NewEntry entry =
        new NewEntry(
            kind,
            occasion.now(),
            occasion.by(),
            reason.text(),
            Map.of(
                "round", Integer.toString(round.number()),
                "severity", as.severity().name()));
    Lifecycle next = from.in(new Triggered()).in(round).in(as).in(Optional.empty());
    return new Decision(reason, next, Paging.TRIGGER, List.of(entry));
  }

  static Decision severityChanged(
      Lifecycle next, boolean pages, NewEntry entry, Occasion occasion) {
    return new Decision(
        DecisionReason.SEVERITY_CHANGED,
        next.touchedBy(occasion.by(), occasion.now()),
        pages ? Paging.TRIGGER : Paging.UPDATE,
        List.of(entry));
  }

  /**
   * Whether somebody must be paged now, or must not be paged any more: nobody is to be woken for
   * what was acknowledged, resolved or muted.
   */
  public boolean isUrgentAfter(Lifecycle before) {
    return paging == Paging.TRIGGER
        || !next.state().getClass().equals(before.state().getClass())
        || !next.mute().equals(before.mute());
  }

  /** Returns whether anything that a page depends on has changed. */
  public boolean mattersForPaging() {
    return paging != Paging.NOTHING;
  }
}
