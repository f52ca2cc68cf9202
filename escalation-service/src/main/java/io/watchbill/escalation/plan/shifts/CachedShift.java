package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A final shift as the rotation-service told it; half-open.
 *
 * @param people nobody for a time outside of the hours that the rotation keeps
 */
public record CachedShift(
    String role, List<String> people, Instant start, Instant end, String reason) {

  /** The reason that the rotation-service gives for a shift that nobody has changed. */
  private static final Pattern ORDINARY_TURN = Pattern.compile("turn \\d+ of .*");

  /** A time in which nobody is on call by design. */
  public static CachedShift off(String role, Instant start, Instant end) {
    return new CachedShift(role, List.of(), start, end, null);
  }

  /** Whether nothing is to be said of the shift: it is an ordinary turn of its layer. */
  boolean isPlanned() {
    return reason == null || ORDINARY_TURN.matcher(reason).matches();
  }

  boolean covers(String wanted, Instant at) {
    return role.equals(wanted) && !at.isBefore(start) && at.isBefore(end);
  }
}
