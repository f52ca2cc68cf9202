package io.watchbill.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * The clock of a process: UTC, truncated to microseconds as Postgres stores them.
 *
 * <p>Stored instants come from the database's clock (see {@code Tx#now}); this one is for what is
 * neither stored nor compared with what is stored.
 */
@ApplicationScoped
public class Clocks {
  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  @Produces
  @Singleton
  @DefaultBean
  TimeShift timeShift() {
    return () -> Duration.ZERO;
  }
}
