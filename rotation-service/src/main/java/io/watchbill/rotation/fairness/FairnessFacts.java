package io.watchbill.rotation.fairness;

import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a fairness plan is based on.
 *
 * @param shown the rotation as it was last updated
 * @param range from the past that counts to the end of the plan
 * @param toCome the shifts of the role from now on
 * @param turns the shifts that may move
 * @param hours the hours of each person over the range
 * @param busy when people cannot be on call in the role
 */
record FairnessFacts(
    Rotation schedule,
    RotationService.Shown shown,
    String role,
    Span range,
    Instant now,
    List<Shift> toCome,
    List<Planner.Turn> turns,
    Map<String, Duration> hours,
    Map<String, List<Span>> holidays,
    Map<String, List<Span>> busy) {

  Planner.Outcome overrides() {
    return Planner.plan(hours, holidays, busy, turns);
  }
}
