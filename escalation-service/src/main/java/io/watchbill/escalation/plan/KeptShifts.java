package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.Map;

/** The shifts kept of every rotation that a policy names. */
public record KeptShifts(Map<String, KeptRotation> rotations) {

  /** Nothing is known. */
  public static final KeptShifts NONE = new KeptShifts(Map.of());

  /** Who is on watch in a role of a rotation at an instant. */
  public OnWatch who(String rotation, String role, Instant at) {
    KeptRotation kept = rotations.get(rotation);
    return kept == null
        ? new OnWatch.Unknown("the shifts of " + rotation + " are not known")
        : kept.at(rotation, role, at);
  }
}
