package io.watchbill.kit.health;

import io.watchbill.kit.peer.PeerStates;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Lists the states of peer services. Always up: a peer service that is down is no reason to stop.
 */
@Readiness
public class PeersListed implements HealthCheck {
  private final PeerStates peers;

  PeersListed(PeerStates peers) {
    this.peers = peers;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("peers").up();
    peers.all().forEach((name, state) -> response.withData(name, state.words()));
    return response.build();
  }
}
