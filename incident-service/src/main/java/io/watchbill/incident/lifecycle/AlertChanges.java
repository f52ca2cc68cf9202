package io.watchbill.incident.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one message said about the firing alerts of an incident.
 *
 * @param added the names of the alerts that are new to the incident (a new episode of a known alert
 *     is new)
 * @param worst the worst severity among the new ones and among those that became worse; repeats do
 *     not count, so that a severity lowered by hand stays lowered
 * @param tags the tags of the new and changed ones
 */
public record AlertChanges(List<String> added, Optional<Severity> worst, Set<String> tags) {

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
}
