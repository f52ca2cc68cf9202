package io.watchbill.rotation.input;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads ranges of the future: the past never changes. */
public final class Ahead {
  /** How late a request for "now" may arrive. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Duration FARTHEST = Duration.ofDays(2 * 366);

  private Ahead() {}

  /**
   * Returns the range of the fields {@code from}, now when absent, and {@code to}.
   *
   * @throws Problem when it begins in the past, ends before it begins, or is too long or too far
   *     ahead
   */
  public static Span span(@Nullable String from, @Nullable String to, Instant now) {
    return span("", from, to, now);
  }

  /**
   * Returns the range as {@link #span(String, String, Instant)} does, for an object within the
   * body.
   */
  public static Span span(String pointer, @Nullable String from, @Nullable String to, Instant now) {
    Instant asked = Instants.optional(pointer + "/from", from).orElse(now);
    if (asked.isBefore(now.minus(GRACE))) {
      throw Problem.invalid(
          pointer + "/from", "the past never changes: 'from' must not be before " + now);
    }
    Instant start = asked.isBefore(now) ? now : asked;
    Instant end = Instants.needed(pointer + "/to", to);
    if (!start.isBefore(end)) {
      throw Problem.invalid(pointer + "/to", "'to' must lie after 'from' and in the future");
    }
    if (start.isAfter(now.plus(FARTHEST))) {
      throw Problem.invalid(pointer + "/from", "'from' must be at most two years ahead");
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw Problem.invalid(pointer + "/to", "it must last at most " + LONGEST.toDays() + " days");
    }
    return new Span(start, end);
  }
}
