package io.watchbill.escalation.plan.shifts;

import io.watchbill.escalation.plan.wording.Names;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cached answers of the rotation-service for some policies; anything else is unknown.
 *
 * @param rotations the shifts of each rotation
 * @param hours the working time of each rotation
 * @param responders the working time of each person
 * @param teams the rotations of each team
 * @param names for the reasons that rest on it
 */
public record CachedShifts(
    Map<String, CachedRotation> rotations,
    Map<String, WorkingTime> hours,
    Map<String, WorkingTime> responders,
    Map<String, List<String>> teams,
    Names names) {

  /** Nothing is known. */
  public static final CachedShifts NONE = new CachedShifts(Map.of());

  /** Creates the cache with shifts alone. */
  public CachedShifts(Map<String, CachedRotation> rotations) {
    this(rotations, Map.of(), Map.of(), Map.of());
  }

  /** Creates the cache without names. */
  public CachedShifts(
      Map<String, CachedRotation> rotations,
      Map<String, WorkingTime> hours,
      Map<String, WorkingTime> responders,
      Map<String, List<String>> teams) {
    this(rotations, hours, responders, teams, Names.IDS);
  }

  /** Returns the same with names. */
  public CachedShifts with(Names known) {
    return new CachedShifts(rotations, hours, responders, teams, known);
  }

  /** Returns who is on call in a role of a rotation at an instant. */
  public OnCallAnswer who(String rotation, String role, Instant at) {
    return rotation(rotation).at(names.rotation(rotation), role, at, zone(rotation));
  }

  /** Returns who takes the next shift in a role after an instant. */
  public OnCallAnswer next(String rotation, String role, Instant at) {
    return rotation(rotation).next(names.rotation(rotation), role, at, zone(rotation));
  }

  /** Returns the zone for instants of a rotation: its own, that of its working time, or UTC. */
  public ZoneId zone(String rotation) {
    return names
        .zone(rotation)
        .or(() -> workingTime(rotation).map(WorkingTime::zoneId))
        .orElse(ZoneOffset.UTC);
  }

  /** Returns a rotation's shifts. */
  public CachedRotation rotation(String rotation) {
    return rotations.getOrDefault(rotation, CachedRotation.NEVER_LEARNED);
  }

  /** Returns the working time of a rotation; empty if not known. */
  public Optional<WorkingTime> workingTime(String rotation) {
    return Optional.ofNullable(hours.get(rotation));
  }

  /** Returns the working time of a person; empty if not known. */
  public Optional<WorkingTime> workingTimeOf(String person) {
    return Optional.ofNullable(responders.get(person));
  }
}
