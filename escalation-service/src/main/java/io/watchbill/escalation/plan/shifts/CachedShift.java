package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A final shift as answered by the rotation-service; half-open.
 *
 * @param people empty for a gap by design
 */
public record CachedShift(
    String role, List<String> people, Instant start, Instant end, @Nullable String reason) {

  /** The reasons that the rotation-service gives for shifts that nobody has changed. */
  private static final Pattern PLANNED =
      Pattern.compile(
          "turn \\d+ of .*|standing shift of .*|\\d+ turns? after .*"
              + "|was on call when version \\d+ began|next who is not .* at the same time");

  /** Returns a gap by design. */
  public static CachedShift off(String role, Instant start, Instant end) {
    return new CachedShift(role, List.of(), start, end, null);
  }

  /** Returns whether its layer gives it: only what people have changed needs a word. */
  boolean isPlanned() {
    return reason == null || PLANNED.matcher(reason).matches();
  }

  boolean covers(String wanted, Instant at) {
    return role.equals(wanted) && !at.isBefore(start) && at.isBefore(end);
  }
}
