package io.watchbill.incident.lifecycle;

import java.util.List;
import java.util.Objects;

/**
 * What was decided, why, and what the timeline has to say of it. A decision that changes nothing
 * has the same lifecycle as before; it may still have an entry.
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

  /**
   * Whether somebody must be told now, or must be told no more: nobody is to be woken for what was
   * acknowledged, resolved or muted.
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
