package io.watchbill.incident.integration;

import io.smallrye.mutiny.Uni;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.kit.peer.Peers;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Has the rotation-service create and revoke the keys of integrations. */
@ApplicationScoped
public class Keys {
  private static final Logger LOG = Logger.getLogger(Keys.class);

  private final KeysClient client;

  Keys(Peers peers) {
    this.client = peers.client(KeysClient.class, "rotation");
  }

  /** Creates a key; 503 if the rotation-service cannot do it now. */
  Uni<MintedKey> mint(String integration) {
    return client.mint(KeyRequest.of(integration)).onFailure().transform(Keys::unavailable);
  }

  /** Revokes a key that nobody has seen; one that is left over grants nothing. */
  Uni<Void> takeBack(MintedKey key) {
    return client
        .revoke(key.id())
        .onFailure()
        .invoke(e -> LOG.warnf("key %s could not be revoked: %s", key.id(), e))
        .onFailure()
        .recoverWithNull();
  }

  private static Problem unavailable(Throwable failure) {
    LOG.warnf("the rotation-service created no key: %s", failure);
    return new Problem(
        IncidentError.KEYS_UNAVAILABLE,
        "The rotation-service cannot create a key now; nothing was created.");
  }
}
