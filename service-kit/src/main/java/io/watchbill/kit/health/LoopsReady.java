package io.watchbill.kit.health;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** A process that is not alive is not ready either, even where liveness is not probed. */
@Readiness
public class LoopsReady implements HealthCheck {
  private final LoopsAlive alive;

  LoopsReady(@Liveness LoopsAlive alive) {
    this.alive = alive;
  }

  @Override
  public HealthCheckResponse call() {
    return alive.call();
  }
}
