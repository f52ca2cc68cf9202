package io.watchbill.kit.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Lane;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.time.TimeShift;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Compares the clock of this process with that of Postgres once a minute. Due times come from the
 * database, so pages are in time on a machine whose clock is wrong; signatures with a time, keys
 * that expire and the times in the log are not.
 */
@ApplicationScoped
public class ClockSkew {
  private static final Logger LOG = Logger.getLogger(ClockSkew.class);
  static final Duration TOLERATED = Duration.ofSeconds(10);

  private final Database database;
  private final Clock clock;
  private final TimeShift timeShift;
  private volatile double seconds = Double.NaN;

  ClockSkew(Database database, Clock clock, TimeShift timeShift, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    this.timeShift = timeShift;
    Gauge.builder("watchbill.clock.skew", this, skew -> skew.seconds)
        .baseUnit("seconds")
        .description("How far the clock of this process is ahead of the database's")
        .register(metrics);
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      Duration ahead = measure();
      seconds = ahead.toMillis() / 1000.0;
      if (ahead.abs().compareTo(TOLERATED) > 0) {
        LOG.warnf(
            "the clock of this machine is %s %s Postgres's; have both set by NTP",
            ahead.abs().truncatedTo(ChronoUnit.SECONDS),
            ahead.isNegative() ? "behind" : "ahead of");
      }
    } catch (DatabaseUnavailableException e) {
      seconds = Double.NaN;
    }
  }

  /** Returns how far the clock of this process is ahead now. */
  Duration measure() {
    Instant before = clock.instant();
    Instant there = Lane.ofLoops(() -> database.read(ClockSkew::now)).plus(timeShift.shift());
    return ahead(before, there, clock.instant());
  }

  /**
   * Returns how far a clock is ahead: zero if the other's time lies between question and answer.
   */
  static Duration ahead(Instant asked, Instant there, Instant answered) {
    if (there.isBefore(asked)) {
      return Duration.between(there, asked);
    }
    return there.isAfter(answered) ? Duration.between(there, answered) : Duration.ZERO;
  }

  private static Instant now(Tx tx) {
    return tx.one("SELECT clock_timestamp() AS now")
        .orElseThrow()
        .getOffsetDateTime("now")
        .toInstant();
  }
}
