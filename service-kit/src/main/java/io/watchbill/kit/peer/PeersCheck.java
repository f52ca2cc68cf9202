package io.watchbill.kit.peer;

import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.peer.PeerStates.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks whether the peer services can be reached, and whether they let this one in. */
@ApplicationScoped
class PeersCheck implements Check {
  private static final String NAME = "peers";
  private static final String KEY_PAGE = "docs/runbooks/WatchbillServiceKeyRefused.md";
  private static final String DOWN_PAGE = "docs/runbooks/WatchbillPeerDown.md";

  /** A peer service that is up answers in much less. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PeerStates peers;
  private final Optional<String> serviceKey;

  PeersCheck(
      PeerStates peers,
      @ConfigProperty(name = "watchbill.service-key") Optional<String> serviceKey) {
    this.peers = peers;
    this.serviceKey = serviceKey;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    try {
      peers.askWithin(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Finding> findings = new ArrayList<>();
    key(serviceKey).ifPresent(findings::add);
    peers.all().forEach((peer, state) -> findings.add(finding(peer, state)));
    return findings;
  }

  static Optional<Finding> key(Optional<String> key) {
    if (key.flatMap(ApiKey::parse).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.fail(
            NAME,
            key.isEmpty()
                ? "watchbill.service-key is not set: no peer service lets this one in."
                : "watchbill.service-key has not the form of a key.",
            "Set it to wb_, 12 letters or digits, _ and 32 of them, as the rotation-service has it.",
            KEY_PAGE));
  }

  static Finding finding(String peer, State state) {
    return switch (state) {
      case UP ->
          Finding.ok(NAME, "The %s-service is ready and takes this service's key.".formatted(peer));
      case KEY_REFUSED ->
          Finding.fail(
              NAME,
              "The %s-service refuses this service's key.".formatted(peer),
              "Give both services the same keys, and the same database.",
              KEY_PAGE);
      case UNREACHABLE ->
          Finding.fail(
              NAME,
              "The %s-service cannot be reached.".formatted(peer),
              "See whether it runs, and what watchbill.peers.%s.url says.".formatted(peer),
              DOWN_PAGE);
      case NOT_READY ->
          Finding.fail(
              NAME,
              "The %s-service is not ready.".formatted(peer),
              "See what its /q/health/ready says.",
              DOWN_PAGE);
      case UNKNOWN ->
          Finding.warn(
              NAME, "The %s-service was not asked yet.".formatted(peer), "Ask again.", DOWN_PAGE);
    };
  }
}
