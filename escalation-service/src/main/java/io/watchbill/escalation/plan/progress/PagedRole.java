package io.watchbill.escalation.plan.progress;

import io.watchbill.escalation.plan.facts.Branch;
import java.time.Instant;
import java.util.List;

/**
 * The people paged through a role. While their branch is unacknowledged, their pages move to the
 * people who take over the shift.
 *
 * @param key of the last page through the role
 * @param since when they were paged, or took over
 * @param handover number of the shift change by which the last of them was paged, counted through
 *     the escalation; 0 before the first
 */
public record PagedRole(
    Branch branch,
    String rotation,
    String role,
    StepKey key,
    List<String> people,
    Instant since,
    int handover) {

  public PagedRole {
    people = List.copyOf(people);
  }

  /** Returns the same with the number of a shift change. */
  public PagedRole numbered(int number) {
    return new PagedRole(branch, rotation, role, key, people, since, number);
  }

  /** Returns whether a person was paged for a key through this role. */
  public boolean hasPaged(StepKey of, String person) {
    return key.equals(of) && people.contains(person);
  }

  public boolean isOf(PagedRole other) {
    return branch.equals(other.branch)
        && rotation.equals(other.rotation)
        && role.equals(other.role);
  }

  /** Returns the people of this shift who are not in the other. */
  public List<String> without(PagedRole other) {
    return people.stream().filter(person -> !other.people.contains(person)).toList();
  }
}
