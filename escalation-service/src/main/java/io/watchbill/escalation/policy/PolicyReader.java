package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a policy and reports each violation with its place and what is allowed. Bounded: a valid
 * policy takes at most {@link #MOST_REPETITIONS} steps in a round.
 */
public final class PolicyReader {
  static final int MOST_STEPS = 200;
  static final int MOST_REPETITIONS = 5_000;
  static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
  static final Pattern SEVERITY = Pattern.compile("P[0-9]");

  private PolicyReader() {}

  /**
   * Reads a policy.
   *
   * @throws Problem with all violations
   */
  public static Definition read(String id, JsonNode body) {
    return read(id, body, "");
  }

  /**
   * Reads a policy that is a part of a document.
   *
   * @param pointer to its place
   * @throws Problem with all violations
   */
  public static Definition read(String id, JsonNode body, String pointer) {
    Violations violations = new Violations();
    Definition definition = definition(id, body, violations.at(pointer));
    violations.throwIfAny("The policy is not valid.");
    return definition;
  }

  private static Definition definition(String id, JsonNode body, Place place) {
    Set<String> known =
        Set.of(
            "id",
            "name",
            "team",
            "defaultFor",
            "fallback",
            "zone",
            "evenOutsideWorkingTime",
            "steps",
            "repeat");
    JsonObjectReader policy = new JsonObjectReader(body, place, known);
    if (policy.has("id") && !policy.get("id").asText().equals(id)) {
      policy.at("id").add("must be the id of the path, '" + id + "', or be left out");
    }
    String name = policy.text("name", id, 200);
    String team = policy.has("team") ? policy.matching("team", "", ID) : null;
    List<String> teams = policy.texts("defaultFor", 500, ID);
    boolean fallback = policy.flag("fallback");
    ZoneId zone = policy.zone("zone", ZoneOffset.UTC);
    List<String> urgent = policy.texts("evenOutsideWorkingTime", 10, SEVERITY);
    StepReader reader = new StepReader(zone);
    List<Step> steps = policy.list("steps", 1, MOST_STEPS, reader::step);
    int runs = 1 + repeat(policy);
    checkSize(policy, steps, runs);
    Policy read = new Policy(id, steps, runs, new TreeSet<>(urgent));
    return new Definition(name, team, teams, fallback, read);
  }

  /** How often the whole list runs again after its first run. */
  private static int repeat(JsonObjectReader policy) {
    if (!policy.has("repeat")) {
      return 0;
    }
    JsonObjectReader repeat =
        new JsonObjectReader(policy.get("repeat"), policy.at("repeat"), Set.of("times"));
    return repeat.number("times", null, 0, 19);
  }

  private static void checkSize(JsonObjectReader policy, List<Step> steps, int runs) {
    int repetitions =
        steps.stream().mapToInt(step -> step.timing().repeat().times() + 1).sum() * runs;
    if (repetitions > MOST_REPETITIONS) {
      policy
          .place()
          .add(
              "steps, their repetitions and the runs multiply to "
                  + repetitions
                  + "; at most "
                  + MOST_REPETITIONS
                  + " are allowed");
    }
  }
}
