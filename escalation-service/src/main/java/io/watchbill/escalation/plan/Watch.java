package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.List;

/**
 * Who was told through a role. While their branch is unacknowledged, what they were told goes to
 * whoever takes over their watch.
 *
 * @param key of the last page through the role
 * @param since when they were told, or took over
 * @param handover the number of the change of a watch by which the last of them was told, counted
 *     through the escalation; 0 before the first
 */
public record Watch(
    String branch,
    String rotation,
    String role,
    StepKey key,
    List<String> people,
    Instant since,
    int handover) {

  public Watch {
    people = List.copyOf(people);
  }

  /** As it is from the change of that number on. */
  Watch numbered(int number) {
    return new Watch(branch, rotation, role, key, people, since, number);
  }

  /** Whether somebody was told of a key through it. */
  boolean hasTold(StepKey of, String person) {
    return key.equals(of) && people.contains(person);
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
