package io.watchbill.rotation.fairness;

import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationService;
import java.time.Instant;
import java.util.List;

/**
 * The facts on which a fairness plan is based.
 *
 * @param shown the rotation as it was last updated
 * @param range from the past that counts to the end of the plan
 * @param toCome the shifts of the role from now on
 * @param planned the hours of each person over the range, and which shifts may move
 */
record FairnessFacts(
    Rotation schedule,
    RotationService.ShownRotation shown,
    String role,
    Span range,
    Instant now,
    List<Shift> toCome,
    Planner.Situation planned) {

  Planner.Outcome overrides() {
    return Planner.plan(planned);
  }
}
