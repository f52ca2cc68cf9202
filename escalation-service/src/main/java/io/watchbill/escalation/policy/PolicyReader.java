package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

  private final List<Violation> violations = new ArrayList<>();

  private PolicyReader() {}

  /**
   * Reads a policy.
   *
   * @throws Problem with all violations
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
    JsonObjectReader policy = new JsonObjectReader(body, "", violations, known);
    if (policy.has("id") && !policy.get("id").asText().equals(id)) {
      policy.wrong("/id", "must be the id of the path, '" + id + "', or be left out");
    }
    String name = policy.text("name", id, 200);
    String team = policy.has("team") ? policy.matching("team", "", ID) : null;
    List<String> teams = policy.texts("defaultFor", 500, ID);
    boolean fallback = policy.flag("fallback");
    ZoneId zone = policy.zone("zone", ZoneOffset.UTC);
    List<String> urgent = policy.texts("evenOutsideWorkingTime", 10, SEVERITY);
    StepReader reader = new StepReader(zone, violations);
    List<Step> steps = policy.list("steps", 1, MOST_STEPS, reader::step);
    int runs = 1 + repeat(policy);
    checkSize(policy, steps, runs);
    Policy read = new Policy(id, steps, runs, new TreeSet<>(urgent));
    return new Definition(name, team, teams, fallback, read);
  }

  /** How often the whole list runs again after its first run. */
  private int repeat(JsonObjectReader policy) {
    if (!policy.has("repeat")) {
      return 0;
    }
    JsonObjectReader repeat =
        new JsonObjectReader(
            policy.get("repeat"), policy.at("repeat"), violations, Set.of("times"));
    return repeat.number("times", null, 0, 19);
  }

  private void checkSize(JsonObjectReader policy, List<Step> steps, int runs) {
    int repetitions = steps.stream().mapToInt(step -> step.repeat().times() + 1).sum() * runs;
    if (repetitions > MOST_REPETITIONS) {
      policy.wrong(
          "",
          "steps, their repetitions and the runs multiply to "
              + repetitions
              + "; at most "
              + MOST_REPETITIONS
              + " are allowed");
    }
  }
}
