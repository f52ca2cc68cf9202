package io.watchbill.kit.peer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Which peer services refuse our key, as their last answers said: known with the first refusal. */
@ApplicationScoped
public class RefusedKeys {
  private static final Logger LOG = Logger.getLogger(RefusedKeys.class);
  private static final String WITHOUT_KEY = "/q/";

  private final Map<String, Integer> refused = new ConcurrentHashMap<>();

  /** The status with which a peer service refuses our key; empty while it does not. */
  public Optional<Integer> by(String peer) {
    return Optional.ofNullable(refused.get(peer));
  }

  /** Watches every answer of a peer service. */
  ClientResponseFilter watching(String peer) {
    return (request, response) -> {
      if (!request.getUri().getPath().startsWith(WITHOUT_KEY)) {
        answered(peer, response.getStatus());
      }
    };
  }

  private void answered(String peer, int status) {
    if (status == 401 || status == 403) {
      if (refused.put(peer, status) == null) {
        LOG.errorf("the %s-service refuses this service's key (%d)", peer, status);
      }
    } else if (status < 300 && refused.remove(peer) != null) {
      LOG.infof("the %s-service takes this service's key again", peer);
    }
  }
}
