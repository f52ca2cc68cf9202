package io.watchbill.incident.integration;

import io.smallrye.mutiny.Uni;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.kit.peer.Peers;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Keys of integrations, made and revoked by the rotation-service. */
@ApplicationScoped
public class Keys {
  private static final Logger LOG = Logger.getLogger(Keys.class);

  private final KeysClient client;

  Keys(Peers peers) {
    this.client = peers.client(KeysClient.class, "rotation");
  }

  /** A new key; when none can be had now, the answer to the caller is 503. */
  Uni<MintedKey> mint(String integration) {
    return client.mint(KeyRequest.of(integration)).onFailure().transform(Keys::unavailable);
  }

  /** Takes back a key that nobody has seen; one that stays behind opens nothing. */
  Uni<Void> takeBack(MintedKey key) {
    return client
        .revoke(key.id())
        .onFailure()
        .invoke(e -> LOG.warnf("key %s could not be revoked: %s", key.id(), e))
        .onFailure()
        .recoverWithNull();
  }

  private static Problem unavailable(Throwable failure) {
    LOG.warnf("the rotation-service made no key: %s", failure);
    return new Problem(
        IncidentError.KEYS_UNAVAILABLE,
        "The rotation-service makes no keys now; nothing was made.");
  }
}
