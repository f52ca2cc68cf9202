package io.watchbill.rotation.calendar.time;

import java.time.Instant;
import java.util.Optional;

/**
 * A half-open interval of time: {@code start} belongs to it, {@code end} does not.
 *
 * <p>{@link Instant#MIN} and {@link Instant#MAX} mean "since forever" and "forever".
 */
public record Span(Instant start, Instant end) {

  /** All of time. */
  public static final Span EVER = new Span(Instant.MIN, Instant.MAX);

  /**
   * @throws IllegalArgumentException when the end is not after the start
   */
  public Span {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "a span must end after it starts: " + start + " to " + end);
    }
  }

  /** Returns whether the instant lies in this span. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Returns whether the two spans share an instant. */
  public boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** Returns the intersection of the two spans. */
  public Optional<Span> within(Span other) {
    return overlaps(other)
        ? Optional.of(new Span(later(start, other.start), earlier(end, other.end)))
        : Optional.empty();
  }

  public static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  public static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
