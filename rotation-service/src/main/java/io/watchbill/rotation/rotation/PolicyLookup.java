package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.peer.Peers;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the escalation service which policies name a rotation. Reads them by hand: a step may name
 * it at any depth.
 */
@ApplicationScoped
class PolicyLookup {
  private static final Logger LOG = Logger.getLogger(PolicyLookup.class);
  private static final int SHOWN = 20;

  private final Peers peers;
  private volatile @Nullable PolicyClient client;

  PolicyLookup(Peers peers) {
    this.peers = peers;
  }

  /**
   * Returns the ids of the first policies.
   *
   * @throws Problem when the escalation service does not answer
   */
  List<String> naming(String rotation) {
    try {
      return read(rotation, client().policies(rotation, SHOWN));
    } catch (RuntimeException e) {
      LOG.warnf("Could not ask which policies name %s: %s", rotation, e);
      throw new Problem(
          RotationError.POLICIES_UNKNOWN,
          "The escalation service does not answer which policies still name the rotation '"
              + rotation
              + "'; their steps would find nobody on call. Try again when it answers, or "
              + "archive the rotation anyway with ?unchecked=true.");
    }
  }

  private static List<String> read(String rotation, JsonNode page) {
    if (!page.path("items").isArray()) {
      throw new IllegalStateException("the response is not a list of policies");
    }
    List<String> naming = new ArrayList<>();
    for (JsonNode policy : page.path("items")) {
      // An older escalation service ignores the filter and returns all policies.
      if (!policy.findValuesAsText("rotation").contains(rotation)) {
        throw new IllegalStateException("the response has policies that do not name it");
      }
      naming.add(policy.path("id").asText());
    }
    return naming;
  }

  private PolicyClient client() {
    if (client == null) {
      client = peers.client(PolicyClient.class, "escalation");
    }
    return client;
  }
}
