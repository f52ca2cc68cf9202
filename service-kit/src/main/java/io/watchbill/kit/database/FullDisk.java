package io.watchbill.kit.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.watchbill.kit.log.SameLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Remembers that Postgres had no room on its disk for what this process wanted to store. It answers
 * questions all the same, so nothing else shows it; and it stores again as soon as there is room.
 */
@ApplicationScoped
public class FullDisk {
  private static final Logger LOG = Logger.getLogger(FullDisk.class);
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final SameLine line = new SameLine();
  private volatile Instant refusedAt = Instant.MIN;

  @Inject
  FullDisk(Clock clock, MeterRegistry metrics) {
    this((InstantSource) clock);
    Gauge.builder("watchbill.database.disk.full", this, disk -> disk.isFull() ? 1 : 0)
        .description("1 when Postgres had no room for something in the last minute, 0 when not")
        .register(metrics);
  }

  FullDisk(InstantSource clock) {
    this.clock = clock;
  }

  /** Looks whether a failure comes of a disk that is full. */
  public void seen(Throwable failure) {
    if (Failures.isFullDisk(failure)) {
      refusedAt = clock.instant();
      line.log(
          "the disk of Postgres is full: nothing new is stored, senders get 503 and send again",
          LOG::error);
    }
  }

  /** Returns whether Postgres had no room for something in the last minute. */
  public boolean isFull() {
    boolean full = clock.instant().minus(LATELY).isBefore(refusedAt);
    if (!full) {
      // A clock that is set back does not bring it back.
      refusedAt = Instant.MIN;
    }
    return full;
  }
}
