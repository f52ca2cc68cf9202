package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.List;

/** A final shift as the rotation-service told it; half-open. */
public record KeptShift(
    String role, List<String> people, Instant start, Instant end, String reason) {

  boolean covers(String wanted, Instant at) {
    return role.equals(wanted) && !at.isBefore(start) && at.isBefore(end);
  }
}
