package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.List;

/**
 * Who was told through a role. While their branch is unacknowledged, what they were told goes to
 * whoever takes over their watch.
 *
 * @param key of the last page through the role
 * @param since when they were told, or took over
 */
public record Watch(
    String branch, String rotation, String role, StepKey key, List<String> people, Instant since) {

  public Watch {
    people = List.copyOf(people);
  }

  boolean isOf(Watch other) {
    return branch.equals(other.branch)
        && rotation.equals(other.rotation)
        && role.equals(other.role);
  }

  /** Those of this watch who have no part in the other. */
  List<String> without(Watch other) {
    return people.stream().filter(person -> !other.people.contains(person)).toList();
  }
}
