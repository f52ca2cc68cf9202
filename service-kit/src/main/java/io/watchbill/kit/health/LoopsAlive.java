package io.watchbill.kit.health;

import io.watchbill.kit.loop.Loops;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive means that every loop on which pages depend comes round. A loop whose turns fail because
 * the database is down is no reason to restart the process, so only a process that has a database
 * counts.
 */
@Liveness
public class LoopsAlive implements HealthCheck {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Loops loops;
  private final DatabaseReady database;

  LoopsAlive(Loops loops, @org.eclipse.microprofile.health.Readiness DatabaseReady database) {
    this.loops = loops;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    List<String> stuck = loops.vitalStuckFor(LIMIT);
    boolean alive = stuck.isEmpty() || !database.isReady();
    return HealthCheckResponse.named("loops")
        .status(alive)
        .withData("stuck", String.join(",", loops.stuckFor(LIMIT)))
        .build();
  }
}
