package io.watchbill.rotation.rotation;

import io.watchbill.kit.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks the escalation-service which policies name a rotation. */
@ApplicationScoped
class Policies {
  private static final Logger LOG = Logger.getLogger(Policies.class);
  private static final int MOST = 500;

  private final Neighbours neighbours;
  private volatile PolicyClient client;

  Policies(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /** The ids of those among the first 500; none when the neighbour does not answer. */
  List<String> naming(String rotation) {
    try {
      List<String> naming = new ArrayList<>();
      client()
          .policies(MOST)
          .path("items")
          .forEach(
              policy -> {
                if (policy.findValuesAsText("rotation").contains(rotation)) {
                  naming.add(policy.path("id").asText());
                }
              });
      return naming;
    } catch (RuntimeException e) {
      LOG.warnf("which policies name %s is unknown: %s", rotation, e);
      return List.of();
    }
  }

  private PolicyClient client() {
    if (client == null) {
      client = neighbours.client(PolicyClient.class, "escalation");
    }
    return client;
  }
}
