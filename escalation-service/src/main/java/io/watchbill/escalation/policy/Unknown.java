package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import java.util.Set;

/**
 * Finds names in a policy that do not exist.
 *
 * @param violations collects their places
 */
record Unknown(Violations violations) {

  /** Adds each place of the policy where one of the fields names one of the ids. */
  void find(JsonNode policy, Set<String> fields, String what, Set<String> ids) {
    visit(policy, violations.at(""), new Names(fields, what, ids));
  }

  /** Refuses a policy with unknown names. */
  void refuse() {
    violations.throwIfAny("The policy has unknown names.");
  }

  /** Ids that do not exist, and the fields that may name them. */
  private record Names(Set<String> fields, String what, Set<String> ids) {

    /** An id, or a list of ids. */
    void check(JsonNode value, Place at) {
      at.unless(!ids.contains(value.asText()), "there is no " + what + " '" + value.asText() + "'");
      for (int i = 0; value.isArray() && i < value.size(); i++) {
        check(value.get(i), at.item(i));
      }
    }
  }

  private static void visit(JsonNode node, Place place, Names names) {
    node.properties()
        .forEach(
            field -> {
              Place at = place.field(field.getKey());
              if (names.fields().contains(field.getKey())) {
                names.check(field.getValue(), at);
              }
              visit(field.getValue(), at, names);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(node.get(i), place.item(i), names);
    }
  }
}
