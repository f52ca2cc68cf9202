package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.escalation.plan.After;
import io.watchbill.escalation.plan.IfNobody;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.escalation.plan.Repeat;
import io.watchbill.escalation.plan.Since;
import io.watchbill.escalation.plan.Step;
import io.watchbill.escalation.plan.Target;
import io.watchbill.escalation.plan.When;
import io.watchbill.escalation.plan.While;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a policy and says of everything that is wrong where it is and what is allowed. Bounded: a
 * policy that passes never brings more than {@link #MOST_REPETITIONS} steps in an incident's round.
 */
public final class PolicyReader {
  static final int MOST_STEPS = 200;
  static final int MOST_REPETITIONS = 5_000;
  static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
  private static final Pattern PERSON = Pattern.compile("[a-z0-9-]{1,63}");
  private static final Pattern SEVERITY = Pattern.compile("P[0-9]");
  private static final Pattern TAG = Pattern.compile("[^\\p{Cntrl},]{1,100}");
  private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(1);

  private final List<Violation> violations = new ArrayList<>();

  private PolicyReader() {}

  /**
   * Reads a policy.
   *
   * @throws Problem with one violation for each thing that is wrong
   */
  public static Definition read(String id, JsonNode body) {
    PolicyReader reader = new PolicyReader();
    Definition definition = reader.definition(id, body);
    if (!reader.violations.isEmpty()) {
      throw new Problem(KitError.INVALID, "The policy is not valid.", reader.violations);
    }
    return definition;
  }

  private Definition definition(String id, JsonNode body) {
    JsonObjectReader policy =
        object(body, "", "id", "name", "defaultFor", "fallback", "steps", "rounds");
    if (policy.has("id") && !policy.get("id").asText().equals(id)) {
      policy.wrong("/id", "must be the id of the path, '" + id + "', or be left out");
    }
    String name = policy.text("name", id, 200);
    List<String> teams = policy.texts("defaultFor", 500, ID);
    boolean fallback = policy.flag("fallback");
    List<Step> steps = policy.list("steps", 1, MOST_STEPS, this::step);
    int rounds = policy.number("rounds", 1, 1, 20);
    checkSize(policy, steps, rounds);
    return new Definition(name, teams, fallback, new Policy(id, steps, rounds));
  }

  private void checkSize(JsonObjectReader policy, List<Step> steps, int rounds) {
    int repetitions = steps.stream().mapToInt(step -> step.repeat().times() + 1).sum() * rounds;
    if (repetitions > MOST_REPETITIONS) {
      policy.wrong(
          "",
          "steps, repetitions and rounds multiply to "
              + repetitions
              + "; at most "
              + MOST_REPETITIONS
              + " are allowed");
    }
  }

  private Step step(JsonNode node, String pointer) {
    JsonObjectReader step =
        object(
            node,
            pointer,
            "name",
            "branch",
            "when",
            "since",
            "after",
            "while",
            "notify",
            "repeat",
            "ifNobody");
    Since since =
        step.oneOf("since", Since.TRIGGERED, List.of(Since.values()), value -> value.text());
    While during =
        step.oneOf("while", While.UNACKNOWLEDGED, List.of(While.values()), value -> value.text());
    if (since == Since.ACKNOWLEDGED && during == While.UNACKNOWLEDGED) {
      step.wrong("/while", "counted since the acknowledgement, only 'open' can ever be met");
    }
    return new Step(
        step.text("name", "step " + (1 + index(pointer)), 200),
        step.matching("branch", Policy.MAIN, ID),
        when(step),
        since,
        after(step),
        during,
        step.list("notify", 1, 50, this::target),
        repeat(step),
        step.oneOf("ifNobody", IfNobody.SKIP, List.of(IfNobody.values()), value -> "skip"));
  }

  private When when(JsonObjectReader step) {
    if (!step.has("when")) {
      return When.ALWAYS;
    }
    JsonObjectReader when = object(step.get("when"), step.at("when"), "severity", "tags");
    return new When(
        new TreeSet<>(when.texts("severity", 10, SEVERITY)),
        new TreeSet<>(when.texts("tags", 50, TAG)));
  }

  private After after(JsonObjectReader step) {
    if (!step.has("after")) {
      return new After.Fixed(Duration.ZERO);
    }
    if (!step.get("after").isObject()) {
      return new After.Fixed(step.duration("after", Duration.ZERO));
    }
    JsonObjectReader after = object(step.get("after"), step.at("after"), "sla");
    if (!after.get("sla").asText().equals("acknowledge")) {
      after.wrong("/sla", "allowed is 'acknowledge'");
    }
    return new After.AcknowledgeSla();
  }

  private Repeat repeat(JsonObjectReader step) {
    if (!step.has("repeat")) {
      return Repeat.NEVER;
    }
    JsonObjectReader repeat = object(step.get("repeat"), step.at("repeat"), "every", "times");
    return new Repeat(
        repeat.duration("every", SHORTEST_REPEAT), repeat.number("times", null, 1, 100));
  }

  private Target target(JsonNode node, String pointer) {
    JsonObjectReader target = object(node, pointer, "rotation", "role", "person", "webhook");
    int kinds = count(target, "rotation") + count(target, "person") + count(target, "webhook");
    if (kinds != 1 || target.has("role") != target.has("rotation")) {
      target.wrong("", "a target is {rotation, role}, {person} or {webhook}, exactly one of these");
      return new Target.Person("");
    }
    if (target.has("rotation")) {
      return new Target.RoleOf(
          target.matching("rotation", null, ID), target.matching("role", null, ID));
    }
    return target.has("person")
        ? new Target.Person(target.matching("person", null, PERSON))
        : new Target.Webhook(target.matching("webhook", null, ID));
  }

  private JsonObjectReader object(JsonNode node, String pointer, String... known) {
    return new JsonObjectReader(node, pointer, violations, Set.of(known));
  }

  private static int count(JsonObjectReader object, String field) {
    return object.has(field) ? 1 : 0;
  }

  private static int index(String pointer) {
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
