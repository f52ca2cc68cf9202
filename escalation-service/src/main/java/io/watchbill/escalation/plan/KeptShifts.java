package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of the rotation-service for the policies at hand. What is not in it is not known.
 *
 * @param rotations the shifts of each rotation
 * @param hours the working time of each rotation
 * @param responders the working time of each person
 * @param teams the rotations of each team
 */
public record KeptShifts(
    Map<String, KeptRotation> rotations,
    Map<String, WorkingTime> hours,
    Map<String, WorkingTime> responders,
    Map<String, List<String>> teams) {

  /** Nothing is known. */
  public static final KeptShifts NONE = new KeptShifts(Map.of());

  /** Shifts alone. */
  public KeptShifts(Map<String, KeptRotation> rotations) {
    this(rotations, Map.of(), Map.of(), Map.of());
  }

  /** Who is on watch in a role of a rotation at an instant. */
  public OnWatch who(String rotation, String role, Instant at) {
    return kept(rotation).at(rotation, role, at);
  }

  /** Who takes the next watch in a role after those who have it at an instant. */
  public OnWatch next(String rotation, String role, Instant at) {
    return kept(rotation).next(rotation, role, at);
  }

  /** A rotation's shifts. */
  KeptRotation kept(String rotation) {
    return rotations.getOrDefault(rotation, KeptRotation.NEVER_LEARNED);
  }

  /** The working time of a rotation; empty while it is not known. */
  public Optional<WorkingTime> workingTime(String rotation) {
    return Optional.ofNullable(hours.get(rotation));
  }

  /** The working time of a person; empty while it is not known. */
  public Optional<WorkingTime> workingTimeOf(String person) {
    return Optional.ofNullable(responders.get(person));
  }
}
