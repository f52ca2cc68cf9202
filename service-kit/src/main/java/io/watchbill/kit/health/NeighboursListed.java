package io.watchbill.kit.health;

import io.watchbill.kit.neighbour.NeighbourStates;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Lists how the neighbours are. Always up: a neighbour that is down is no outage of ours. */
@Readiness
public class NeighboursListed implements HealthCheck {
  private final NeighbourStates neighbours;

  NeighboursListed(NeighbourStates neighbours) {
    this.neighbours = neighbours;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("neighbours").up();
    neighbours.all().forEach((name, state) -> response.withData(name, state.words()));
    return response.build();
  }
}
