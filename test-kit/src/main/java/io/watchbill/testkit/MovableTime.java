package io.watchbill.testkit;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.time.TimeShift;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of a service under test: it runs as always does, but can be moved. Both the injected
 * clock and the instants of transactions move with it.
 */
@ApplicationScoped
public class MovableTime {
  private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

  /** Returns the service's current instant, in microseconds. */
  public Instant now() {
    return Clock.systemUTC().instant().plus(shift.get()).truncatedTo(ChronoUnit.MICROS);
  }

  /** Moves time forward, or back by a negative duration. */
  public void advance(Duration by) {
    shift.updateAndGet(before -> before.plus(by));
  }

  /** Sets the time; it runs on from there. */
  public void set(Instant instant) {
    shift.set(Duration.between(Clock.systemUTC().instant(), instant));
  }

  /** Returns to the machine's time. */
  public void reset() {
    shift.set(Duration.ZERO);
  }

  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  TimeShift timeShift() {
    return () -> requireNonNull(shift.get());
  }

  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  Clock clock() {
    return new Moved();
  }

  private final class Moved extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the services' clock is UTC");
    }

    @Override
    public Instant instant() {
      return now();
    }
  }
}
