package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.kit.problem.Violations.Place;
import java.util.List;
import java.util.Set;

/** Reads the targets of a step. */
final class TargetReader {
  private static final Set<String> KINDS =
      Set.of("rotation", "person", "team", "commander", "channel", "webhook");
  private static final Set<String> FIELDS =
      Set.of("rotation", "role", "shift", "person", "team", "commander", "channel", "webhook");

  private TargetReader() {}

  static Target target(JsonNode node, Place place) {
    JsonObjectReader target = new JsonObjectReader(node, place, FIELDS);
    List<String> kinds = KINDS.stream().filter(target::has).toList();
    boolean whole =
        target.has("role") == target.has("rotation")
            && (target.has("rotation") || !target.has("shift"));
    if (kinds.size() != 1 || !whole) {
      place.add(
          "a target is {rotation, role}, {rotation, role, shift: next}, {person}, {team},"
              + " {commander: true}, {channel} or {webhook}, exactly one of these");
      return new Target.Person("");
    }
    String kind = kinds.getFirst();
    return switch (kind) {
      case "rotation" -> role(target);
      case "commander" -> commander(target);
      case "person" -> new Target.Person(id(target, kind));
      case "team" -> new Target.Team(id(target, kind));
      default -> new Target.Webhook(id(target, kind));
    };
  }

  private static Target role(JsonObjectReader target) {
    String rotation = id(target, "rotation");
    String role = id(target, "role");
    boolean next =
        target.oneOf("shift", Boolean.FALSE, List.of(false, true), is -> is ? "next" : "now");
    return next ? new Target.NextOf(rotation, role) : new Target.RoleOf(rotation, role);
  }

  private static Target commander(JsonObjectReader target) {
    if (!target.flag("commander")) {
      target.at("commander").add("allowed is true");
    }
    return new Target.Commander();
  }

  private static String id(JsonObjectReader target, String field) {
    return target.matching(field, null, PolicyReader.ID);
  }
}
