package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.peer.Peers;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.RotationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks the escalation-service which policies name a rotation. */
@ApplicationScoped
class Policies {
  private static final Logger LOG = Logger.getLogger(Policies.class);
  private static final int SHOWN = 20;

  private final Peers peers;
  private volatile PolicyClient client;

  Policies(Peers peers) {
    this.peers = peers;
  }

  /**
   * The ids of the first of them.
   *
   * @throws Problem when the peer service does not say
   */
  List<String> naming(String rotation) {
    try {
      return read(rotation, client().policies(rotation, SHOWN));
    } catch (RuntimeException e) {
      LOG.warnf("which policies name %s is unknown: %s", rotation, e);
      throw new Problem(
          RotationError.POLICIES_UNKNOWN,
          "The escalation-service does not say which policies still name the rotation '"
              + rotation
              + "'; whom they page by it would not be found. Try again when it answers, or archive"
              + " it all the same with ?unchecked=true.");
    }
  }

  private static List<String> read(String rotation, JsonNode page) {
    if (!page.path("items").isArray()) {
      throw new IllegalStateException("this is no list of policies");
    }
    List<String> naming = new ArrayList<>();
    for (JsonNode policy : page.path("items")) {
      // One of before the question was known answers with all policies.
      if (!policy.findValuesAsText("rotation").contains(rotation)) {
        throw new IllegalStateException("not only policies that name it were answered");
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
