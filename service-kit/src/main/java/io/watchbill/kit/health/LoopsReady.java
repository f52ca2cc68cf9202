package io.watchbill.kit.health;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** What is not alive is not ready either, also where nobody asks for its life. */
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
