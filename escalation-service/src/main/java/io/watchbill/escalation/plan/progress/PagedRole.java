package io.watchbill.escalation.plan.progress;

import java.time.Instant;
import java.util.List;

/**
 * Who was told through a role. While their branch is unacknowledged, what they were told goes to
 * whoever takes over their shift.
 *
 * @param key of the last page through the role
 * @param since when they were told, or took over
 * @param handover the number of the change of a shift by which the last of them was told, counted
 *     through the escalation; 0 before the first
 */
public record PagedRole(
    String branch,
    String rotation,
    String role,
    StepKey key,
    List<String> people,
    Instant since,
    int handover) {

  public PagedRole {
    people = List.copyOf(people);
  }

  /** As it is from the change of that number on. */
  public PagedRole numbered(int number) {
    return new PagedRole(branch, rotation, role, key, people, since, number);
  }

  /** Whether somebody was told of a key through it. */
  public boolean hasTold(StepKey of, String person) {
    return key.equals(of) && people.contains(person);
  }

  public boolean isOf(PagedRole other) {
    return branch.equals(other.branch)
        && rotation.equals(other.rotation)
        && role.equals(other.role);
  }

  /** Those of this shift who have no part in the other. */
  public List<String> without(PagedRole other) {
    return people.stream().filter(person -> !other.people.contains(person)).toList();
  }
}
