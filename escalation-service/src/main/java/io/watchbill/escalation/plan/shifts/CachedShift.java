package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A final shift as answered by the rotation-service; half-open.
 *
 * @param people empty for a gap by design
 */
public record CachedShift(
    String role, List<String> people, Instant start, Instant end, String reason) {

  /** The reason that the rotation-service gives for a shift that nobody has changed. */
  private static final Pattern ORDINARY_TURN = Pattern.compile("turn \\d+ of .*");

  /** Returns a gap by design. */
  public static CachedShift off(String role, Instant start, Instant end) {
    return new CachedShift(role, List.of(), start, end, null);
  }

  /** Returns whether it is an ordinary turn of its layer, of which nothing need be said. */
  boolean isPlanned() {
    return reason == null || ORDINARY_TURN.matcher(reason).matches();
  }

  boolean covers(String wanted, Instant at) {
    return role.equals(wanted) && !at.isBefore(start) && at.isBefore(end);
  }
}
