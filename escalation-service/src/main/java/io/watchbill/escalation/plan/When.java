package io.watchbill.escalation.plan;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The condition of a step: an empty set asks nothing.
 *
 * @param severities the incident must have one of these
 * @param tags the incident must have all of these
 */
public record When(SortedSet<String> severities, SortedSet<String> tags) {

  /** Always met. */
  public static final When ALWAYS = new When(new TreeSet<>(), new TreeSet<>());

  /** Why the condition is not met; empty when it is. */
  public Optional<String> unmet(Facts facts) {
    if (!severities.isEmpty() && !severities.contains(facts.severity())) {
      return Optional.of("severity " + facts.severity() + " is not one of " + severities);
    }
    SortedSet<String> missing = new TreeSet<>(tags);
    missing.removeAll(facts.tags());
    return missing.isEmpty() ? Optional.empty() : Optional.of("the incident has no tag " + missing);
  }

  /** Why the condition is met, to be read in a reason; empty where it asks nothing. */
  public String met(Facts facts) {
    String severity = severities.isEmpty() ? "" : "severity is " + facts.severity();
    String tagged = tags.isEmpty() ? "" : "tagged " + String.join(", ", tags);
    return severity + (severity.isEmpty() || tagged.isEmpty() ? "" : ", ") + tagged;
  }
}
