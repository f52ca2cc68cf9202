package io.watchbill.kit.peer;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import io.watchbill.kit.trace.TracedCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services: their addresses, and clients that carry our key and have time-outs. */
@ApplicationScoped
public class Peers {
  private final Settings settings;
  private final Optional<String> serviceKey;
  private final RefusedKeys refused;
  private final TracedCalls traced;

  Peers(
      Settings settings,
      RefusedKeys refused,
      TracedCalls traced,
      @ConfigProperty(name = "watchbill.service-key") Optional<String> serviceKey) {
    this.settings = settings;
    this.refused = refused;
    this.traced = traced;
    this.serviceKey = serviceKey;
  }

  /**
   * A client of a peer service.
   *
   * @param type interface with the JAX-RS annotations of what is called
   * @param peer service {@code incident}, {@code rotation} or {@code escalation}
   */
  public <T> T client(Class<T> type, String peer) {
    Peer at = settings.peers().get(peer);
    if (at == null) {
      throw new IllegalStateException("watchbill.peers." + peer + ".url is not set");
    }
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(at.url())
        .connectTimeout(at.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(at.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .register(withKey())
        .register(refused.watching(peer))
        .register(traced)
        .build(type);
  }

  /** The services whose addresses are set, this one among them. */
  Set<String> names() {
    return Set.copyOf(settings.peers().keySet());
  }

  private ClientRequestFilter withKey() {
    return request ->
        serviceKey.ifPresent(
            key -> request.getHeaders().putSingle("Authorization", "Bearer " + key));
  }

  /** Where the peer services are. */
  @ConfigMapping(prefix = "watchbill.peers")
  public interface Settings {
    @WithParentName
    Map<String, Peer> peers();
  }

  /** One peer service. */
  public interface Peer {
    /** Base address of a peer service, without a path. */
    URI url();

    /** How long a connection to a peer service may take to come up. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long the answer of a peer service may take. */
    @WithDefault("5s")
    Duration readTimeout();
  }
}
