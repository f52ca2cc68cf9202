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
import org.jspecify.annotations.Nullable;

/**
 * The text of a policy or of its tests: JSON or YAML.
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
   * @throws Problem that names the place where it cannot be read, or says that it is too long
   */
  public static PolicyText parse(@Nullable String text, @Nullable MediaType type) {
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

  /** Returns the text of a policy for people to edit. */
  public static String write(JsonNode policy) {
    return YamlWriter.write(policy);
  }

  /** Applies a function to the tree; problems name the lines of their places. */
  public <T> T read(Function<JsonNode, T> use) {
    try {
      return use.apply(tree);
    } catch (Problem e) {
      throw withLines(e);
    }
  }

  /** Returns the problem with the lines of its places. */
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

  /** Returns the line of a place; for a missing field the line of its object. */
  private String line(String pointer) {
    String place = pointer;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }
    return lines.containsKey(place) ? "line " + lines.get(place) + ": " : "";
  }
}
