package io.watchbill.rotation.calendar.time;

import java.time.Instant;
import java.util.Optional;

/**
 * A half-open interval of time: {@code start} belongs to it, {@code end} does not.
 *
 * <p>{@link Instant#MIN} and {@link Instant#MAX} stand for "since ever" and "for ever".
 */
public record Span(Instant start, Instant end) {

  /** All of time. */
  public static final Span EVER = new Span(Instant.MIN, Instant.MAX);

  /**
   * @throws IllegalArgumentException when the end is not after the start
   */
  public Span {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a span ends after it starts: " + start + " to " + end);
    }
  }

  /** Whether the instant lies in this span. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Whether the two have an instant in common. */
  public boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** What the two have in common. */
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
