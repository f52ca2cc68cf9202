package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names in a policy that nothing has. */
final class Unknown {
  private Unknown() {}

  /** Points at each webhook that is named and not configured. */
  static void refuse(JsonNode policy, Collection<String> named, Collection<String> known) {
    if (known.containsAll(named)) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    JsonNode steps = policy.path("steps");
    for (int s = 0; s < steps.size(); s++) {
      JsonNode targets = steps.get(s).path("notify");
      for (int t = 0; t < targets.size(); t++) {
        String id = targets.get(t).path("webhook").asText("");
        if (!id.isEmpty() && !known.contains(id)) {
          String pointer = "/steps/" + s + "/notify/" + t + "/webhook";
          violations.add(new Violation(pointer, "there is no webhook '" + id + "'"));
        }
      }
    }
    throw new Problem(KitError.INVALID, "The policy names webhooks that are unknown.", violations);
  }
}
