package io.watchbill.kit.neighbour;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
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
public class Neighbours {
  private final Settings settings;
  private final Optional<String> serviceKey;
  private final RefusedKeys refused;

  Neighbours(
      Settings settings,
      RefusedKeys refused,
      @ConfigProperty(name = "watchbill.service-key") Optional<String> serviceKey) {
    this.settings = settings;
    this.refused = refused;
    this.serviceKey = serviceKey;
  }

  /**
   * A client of a neighbour.
   *
   * @param type interface with the JAX-RS annotations of what is called
   * @param neighbour {@code incident}, {@code rotation} or {@code escalation}
   */
  public <T> T client(Class<T> type, String neighbour) {
    Neighbour at = settings.neighbours().get(neighbour);
    if (at == null) {
      throw new IllegalStateException("watchbill.neighbours." + neighbour + ".url is not set");
    }
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(at.url())
        .connectTimeout(at.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(at.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .register(withKey())
        .register(refused.watching(neighbour))
        .build(type);
  }

  /** The services whose addresses are set, this one among them. */
  Set<String> names() {
    return Set.copyOf(settings.neighbours().keySet());
  }

  private ClientRequestFilter withKey() {
    return request ->
        serviceKey.ifPresent(
            key -> request.getHeaders().putSingle("Authorization", "Bearer " + key));
  }

  /** Where the neighbours are. */
  @ConfigMapping(prefix = "watchbill.neighbours")
  public interface Settings {
    @WithParentName
    Map<String, Neighbour> neighbours();
  }

  /** One neighbour. */
  public interface Neighbour {
    /** Base address, without a path. */
    URI url();

    /** How long a connection may take to come up. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long an answer may take. */
    @WithDefault("5s")
    Duration readTimeout();
  }
}
