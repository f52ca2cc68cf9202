package io.watchbill.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of a process: UTC, truncated to microseconds as Postgres stores them.
 *
 * <p>Stored instants come from the database's clock (see {@code Tx#now}); this one is for what is
 * neither stored nor compared with what is stored. {@code watchbill.clock-offset} makes it wrong on
 * purpose, for chaos runs.
 */
@ApplicationScoped
public class ClockProducer {
  @Produces
  @Singleton
  @DefaultBean
  Clock clock(
      @ConfigProperty(name = "watchbill.clock-offset", defaultValue = "PT0S") Duration offset) {
    return Clock.offset(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)), offset);
  }

  @Produces
  @Singleton
  @DefaultBean
  TimeShift timeShift() {
    return () -> Duration.ZERO;
  }
}
