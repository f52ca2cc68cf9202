package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What kind of incident it is.
 *
 * @param tags sorted
 */
public record Classification(Severity severity, Set<String> tags) {

  public Classification {
    tags = Collections.unmodifiableSet(new TreeSet<>(tags));
  }

  Classification with(Severity to) {
    return new Classification(to, tags);
  }

  Classification with(Set<String> to) {
    return new Classification(severity, to);
  }

  /** With alerts that arrive: never milder, and with their tags besides its own. */
  Classification joined(AlertChanges changes) {
    Set<String> all = new TreeSet<>(tags);
    all.addAll(changes.tags());
    return new Classification(changes.worst().map(severity::orWorse).orElse(severity), all);
  }

  /** The entry for a change of the severity by hand. */
  NewEntry severityChanged(Severity to, String why, Actor by, Instant now) {
    return new NewEntry(
        Kind.SEVERITY_CHANGED,
        now,
        by,
        severity + " to " + to + ": " + why,
        Map.of("from", severity.name(), "to", to.name(), "reason", why));
  }

  /** The entry for a change of the severity by an alert. */
  NewEntry raised(Severity to, Actor by, Instant now) {
    return new NewEntry(
        Kind.SEVERITY_CHANGED,
        now,
        by,
        severity + " to " + to + ": an alert is worse",
        Map.of("from", severity.name(), "to", to.name()));
  }

  /** The entry for a change of the tags. */
  NewEntry tagsChanged(Classification to, Actor by, Instant now) {
    return new NewEntry(
        Kind.TAGS_CHANGED,
        now,
        by,
        "tags: " + (to.tags.isEmpty() ? "none" : String.join(", ", to.tags)),
        Map.of("from", String.join(",", tags), "to", String.join(",", to.tags)));
  }
}
