package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds names in a policy that do not exist. */
final class Unknown {
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> fields;
  private final String what;
  private final Set<String> ids;

  private Unknown(Set<String> fields, String what, Set<String> ids) {
    this.fields = fields;
    this.what = what;
    this.ids = ids;
  }

  /** Returns each place where one of the fields names one of the ids. */
  static List<Violation> places(JsonNode policy, Set<String> fields, String what, Set<String> ids) {
    Unknown unknown = new Unknown(fields, what, ids);
    unknown.visit(policy, "");
    return unknown.violations;
  }

  /** Refuses a policy with unknown names. */
  static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new Problem(KitError.INVALID, "The policy has unknown names.", violations);
    }
  }

  /** An id, or a list of ids. */
  private void check(JsonNode value, String at) {
    if (ids.contains(value.asText())) {
      violations.add(new Violation(at, "there is no " + what + " '" + value.asText() + "'"));
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      check(value.get(i), at + "/" + i);
    }
  }

  private void visit(JsonNode node, String pointer) {
    node.properties()
        .forEach(
            field -> {
              String at = pointer + "/" + field.getKey();
              if (fields.contains(field.getKey())) {
                check(field.getValue(), at);
              }
              visit(field.getValue(), at);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(node.get(i), pointer + "/" + i);
    }
  }
}
