package io.watchbill.escalation.plan.policy;

import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.facts.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The condition of a step; an empty set or value is always met.
 *
 * @param severities the incident must have one of these
 * @param tags the incident must have all of these
 * @param types the incident must be of one of these
 * @param restricted whether it must be restricted, or must not be
 * @param hours checked against the clock; all others against the facts
 */
public record When(
    SortedSet<String> severities,
    SortedSet<String> tags,
    SortedSet<String> types,
    Optional<Boolean> restricted,
    Optional<Hours> hours) {

  /** Always met. */
  public static final When ALWAYS = of(new TreeSet<>(), new TreeSet<>());

  /** A condition on severity and tags alone. */
  public static When of(SortedSet<String> severities, SortedSet<String> tags) {
    return new When(severities, tags, new TreeSet<>(), Optional.empty(), Optional.empty());
  }

  /** Returns why the facts do not meet the condition, without its hours; empty when they do. */
  public Optional<String> unmet(Facts facts) {
    Traits traits = facts.traits();
    if (!severities.isEmpty() && !severities.contains(traits.severity())) {
      return Optional.of("severity " + traits.severity() + " is not one of " + severities);
    }
    SortedSet<String> missing = new TreeSet<>(tags);
    missing.removeAll(traits.tags());
    if (!missing.isEmpty()) {
      return Optional.of("the incident has no tag " + missing);
    }
    if (!types.isEmpty() && !traits.type().filter(types::contains).isPresent()) {
      return Optional.of(
          traits.type().map(type -> "type " + type).orElse("no type") + " is not one of " + types);
    }
    return restricted
        .filter(wanted -> wanted != traits.restricted())
        .map(wanted -> "the incident is " + (wanted ? "not restricted" : "restricted"));
  }

  /** Returns why the condition is met; empty if there is none. */
  public String met(Facts facts) {
    Traits traits = facts.traits();
    List<String> met = new ArrayList<>();
    if (!severities.isEmpty()) {
      met.add("severity is " + traits.severity());
    }
    if (!tags.isEmpty()) {
      met.add("tagged " + String.join(", ", tags));
    }
    if (!types.isEmpty()) {
      met.add("type is " + traits.type().orElse("none"));
    }
    restricted.ifPresent(wanted -> met.add(wanted ? "restricted" : "not restricted"));
    return String.join(", ", met);
  }
}
