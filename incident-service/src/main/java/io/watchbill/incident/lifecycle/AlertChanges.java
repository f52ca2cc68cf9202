package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one message changes about the firing alerts of an incident.
 *
 * @param added the names of the alerts that are new to the incident (a new episode of a known alert
 *     is new)
 * @param worst the worst severity among the new ones and among those that became worse; repeats do
 *     not count, so that a severity lowered by hand stays lowered
 * @param tags the tags of the new and changed ones
 */
public record AlertChanges(List<String> added, Optional<Severity> worst, Set<String> tags) {
  private static final int NAMED = 10;

  /** The same alerts as before, unchanged. */
  public static final AlertChanges REPEAT = new AlertChanges(List.of(), Optional.empty(), Set.of());

  public AlertChanges {
    Objects.requireNonNull(worst);
    added = List.copyOf(added);
    tags = Set.copyOf(tags);
  }

  boolean isWorseThan(Severity severity) {
    return worst.isPresent() && worst.get().isWorseThan(severity);
  }

  /** The incident takes them in, in the same state and round. */
  Decision joined(DecisionReason reason, Lifecycle life, Occasion occasion) {
    Lifecycle next = life.in(life.classification().joined(this));
    Paging paging = next.equals(life) ? Paging.NOTHING : Paging.UPDATE;
    return new Decision(reason, next, paging, entries(life.classification(), occasion));
  }

  /** They begin a new round of the incident. */
  Decision newRound(DecisionReason reason, Kind kind, Lifecycle life, Occasion occasion) {
    Classification as = life.classification().joined(this);
    Decision round = Decision.newRound(reason, kind, life, as, occasion);
    List<NewEntry> entries = entries(life.classification(), occasion);
    entries.addAll(round.entries());
    return new Decision(reason, round.next(), round.paging(), entries);
  }

  private List<NewEntry> entries(Classification before, Occasion occasion) {
    List<NewEntry> entries = new ArrayList<>();
    if (!added.isEmpty()) {
      entries.add(entryOfAdded(occasion));
    }
    Classification after = before.joined(this);
    if (after.severity() != before.severity()) {
      entries.add(before.raised(after.severity(), occasion.by(), occasion.now()));
    }
    if (!after.tags().equals(before.tags())) {
      entries.add(before.tagsChanged(after, occasion.by(), occasion.now()));
    }
    return entries;
  }

  private NewEntry entryOfAdded(Occasion occasion) {
    int count = added.size();
    String names = String.join(", ", added.subList(0, Math.min(NAMED, count)));
    String more = count > NAMED ? " and " + (count - NAMED) + " more" : "";
    return new NewEntry(
        Kind.ALERTS_ADDED,
        occasion.now(),
        occasion.by(),
        (count == 1 ? "new alert: " : count + " new alerts: ") + names + more,
        Map.of("count", Integer.toString(count)));
  }
}
