package io.watchbill.kit.neighbour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Which neighbours refuse our key, as their last answers said: known with the first refusal. */
@ApplicationScoped
public class RefusedKeys {
  private static final Logger LOG = Logger.getLogger(RefusedKeys.class);
  private static final String WITHOUT_KEY = "/q/";

  private final Map<String, Integer> refused = new ConcurrentHashMap<>();

  /** The status with which a neighbour refuses our key; empty while it does not. */
  public Optional<Integer> by(String neighbour) {
    return Optional.ofNullable(refused.get(neighbour));
  }

  /** Looks at every answer of a neighbour. */
  ClientResponseFilter watching(String neighbour) {
    return (request, response) -> {
      if (!request.getUri().getPath().startsWith(WITHOUT_KEY)) {
        answered(neighbour, response.getStatus());
      }
    };
  }

  private void answered(String neighbour, int status) {
    if (status == 401 || status == 403) {
      if (refused.put(neighbour, status) == null) {
        LOG.errorf("the %s-service refuses this service's key (%d)", neighbour, status);
      }
    } else if (status < 300 && refused.remove(neighbour) != null) {
      LOG.infof("the %s-service takes this service's key again", neighbour);
    }
  }
}
