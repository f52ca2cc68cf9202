package io.watchbill.escalation.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A policy, or the tests of one, as it was written: JSON or YAML.
 *
 * @param lines the line of each JSON pointer; empty for JSON
 */
public record PolicyText(JsonNode tree, Map<String, Integer> lines) {
  /** Media type of YAML, RFC 9512. */
  public static final String YAML = "application/yaml";

  static final int LONGEST = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a text.
   *
   * @throws Problem that says where it cannot be read, or that it is too long
   */
  public static PolicyText parse(String text, MediaType type) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid("", "A policy is expected.");
    }
    if (text.length() > LONGEST) {
      throw Problem.invalid("", "A text of at most " + LONGEST + " characters is expected.");
    }
    boolean yaml = type != null && type.getSubtype().contains("yaml");
    return yaml ? YamlReader.read(text) : json(text);
  }

  private static PolicyText json(String text) {
    try {
      return new PolicyText(JSON.readTree(text), Map.of());
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw Problem.invalid("", where + e.getOriginalMessage());
    }
  }

  /** Uses the tree; what is wrong with it is said with the line where it stands. */
  public <T> T read(Function<JsonNode, T> use) {
    try {
      return use.apply(tree);
    } catch (Problem e) {
      throw withLines(e);
    }
  }

  /** The same problem, its places with their lines. */
  public Problem withLines(Problem problem) {
    if (lines.isEmpty()) {
      return problem;
    }
    List<Violation> found =
        problem.violations().stream()
            .map(one -> new Violation(one.pointer(), line(one.pointer()) + one.detail()))
            .toList();
    return new Problem(problem.error(), problem.getMessage(), found);
  }

  /** Of what is missing: the line of what it is missing in. */
  private String line(String pointer) {
    String place = pointer;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }
    return lines.containsKey(place) ? "line " + lines.get(place) + ": " : "";
  }
}
