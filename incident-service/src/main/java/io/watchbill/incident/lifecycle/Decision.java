package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.Entry.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What follows from something that happened: the next lifecycle, the reason, and the entries for
 * the timeline. A decision that changes nothing has the same lifecycle as before; it may still have
 * an entry.
 */
public record Decision(Reason reason, Lifecycle next, Paging paging, List<Entry> entries) {

  public Decision {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(next);
    Objects.requireNonNull(paging);
    entries = List.copyOf(entries);
  }

  static Decision unchanged(Reason reason, Lifecycle lifecycle) {
    return new Decision(reason, lifecycle, Paging.NOTHING, List.of());
  }

  static Decision noted(Reason reason, Lifecycle lifecycle, Entry entry) {
    return new Decision(reason, lifecycle, Paging.NOTHING, List.of(entry));
  }

  /** Moves to {@link Triggered}, in a new round that is not muted: somebody is paged. */
  static Decision newRound(
      Reason reason, Kind kind, Lifecycle from, Classification as, Moment moment) {
    Round round = from.current().next(moment.now(), moment.within(as.severity()));
    Entry entry =
        new Entry(
            kind,
            moment.now(),
            moment.by(),
            reason.text(),
            Map.of(
                "round", Integer.toString(round.number()),
                "severity", as.severity().name()));
    Lifecycle next = new Lifecycle(new Triggered(), round, as, Optional.empty());
    return new Decision(reason, next, Paging.TRIGGER, List.of(entry));
  }

  static Decision severityChanged(Lifecycle next, boolean pages, Entry entry, Moment moment) {
    return new Decision(
        Reason.SEVERITY_CHANGED,
        next.touchedBy(moment.by(), moment.now()),
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

  /** Whether anything that a page depends on has changed. */
  public boolean mattersForPaging() {
    return paging != Paging.NOTHING;
  }
}
