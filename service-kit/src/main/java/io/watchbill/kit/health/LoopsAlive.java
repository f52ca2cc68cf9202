package io.watchbill.kit.health;

import io.watchbill.kit.loop.Loops;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive means that every loop on which pages depend completes its iterations. Iterations that fail
 * because the database is down are no reason to restart, so this counts only while the database
 * answers.
 */
@Liveness
public class LoopsAlive implements HealthCheck {
  static final Duration LIMIT = Duration.ofSeconds(30);

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
