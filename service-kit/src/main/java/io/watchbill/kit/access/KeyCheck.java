package io.watchbill.kit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Checks a key that somebody has typed, as if the request had come with it. */
@ApplicationScoped
public class KeyCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KeyIdentityProvider keys;
  private final Sources sources;

  KeyCheck(KeyIdentityProvider keys, Sources sources) {
    this.keys = keys;
    this.sources = sources;
  }

  /**
   * Whose key it is.
   *
   * @param id of the key; not secret
   */
  public record Holder(String id, Identity identity) {}

  /**
   * Returns the holder of a key; empty when it is not valid. Blocks.
   *
   * @throws ThrottledException when the source has failed too often
   * @throws DatabaseUnavailableException when keys cannot be looked up
   */
  public Optional<Holder> holder(String text) {
    String source = sources.of(CurrentRequestManager.get().unwrap(RoutingContext.class).request());
    try {
      return keys.identity(new KeyAuthenticationRequest(text, source))
          .map(identity -> ApiKey.parse(text).map(key -> new Holder(key.id(), identity)))
          .await()
          .atMost(PATIENCE);
    } catch (AuthenticationFailedException e) {
      return Optional.empty();
    }
  }
}
