package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.util.List;

/**
 * A final shift as the rotation-service told it; half-open.
 *
 * @param people nobody for a time outside of the hours that the rotation keeps
 */
public record CachedShift(
    String role, List<String> people, Instant start, Instant end, String reason) {

  /** A time in which nobody is on call by design. */
  public static CachedShift off(String role, Instant start, Instant end) {
    return new CachedShift(role, List.of(), start, end, null);
  }

  boolean covers(String wanted, Instant at) {
    return role.equals(wanted) && !at.isBefore(start) && at.isBefore(end);
  }
}
