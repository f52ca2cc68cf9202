package io.watchbill.incident.setup;

import io.watchbill.incident.integration.IntegrationBody;
import io.watchbill.incident.integration.IntegrationView;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts an integration to the fields of its form, and back. */
final class IntegrationForm {
  private IntegrationForm() {}

  /** Returns what a form for a new integration holds at first. */
  static Map<String, String> empty() {
    return Map.of(
        "defaultSeverity", Severity.P2.name(),
        "resolveWithAlerts", "true",
        "suppressAfterResolve", "24");
  }

  static Map<String, String> of(IntegrationView integration, String version) {
    Map<String, String> fields = new HashMap<>();
    fields.put("version", version);
    fields.put("id", integration.id());
    fields.put("name", integration.name());
    fields.put("team", integration.team());
    fields.put("policy", Optional.ofNullable(integration.policy()).orElse(""));
    fields.put("severities", lines(integration.severities()));
    fields.put("defaultSeverity", integration.defaultSeverity().name());
    fields.put("resolveWithAlerts", integration.resolveWithAlerts() ? "true" : "");
    fields.put("suppressAfterResolve", hours(integration.suppressAfterResolve()));
    fields.put("acknowledgementTimeout", hours(integration.acknowledgementTimeout()));
    return fields;
  }

  /**
   * @throws Problem of the field that cannot be read
   */
  static IntegrationBody body(Map<String, String> form) {
    return new IntegrationBody(
        orNull(form, "id"),
        text(form, "name"),
        "alertmanager",
        text(form, "team"),
        orNull(form, "policy"),
        words(text(form, "severities")),
        severity("defaultSeverity", text(form, "defaultSeverity")),
        !text(form, "resolveWithAlerts").isEmpty(),
        duration(form, "suppressAfterResolve"),
        duration(form, "acknowledgementTimeout"));
  }

  private static String lines(Map<String, Severity> words) {
    return new TreeMap<>(words)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, Severity> words(String lines) {
    Map<String, Severity> words = new TreeMap<>();
    lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              int equals = line.lastIndexOf('=');
              if (equals < 0) {
                throw Problem.invalid("/severities", "Write 'word = P1' in each line.");
              }
              words.put(
                  line.substring(0, equals).strip(),
                  severity("severities", line.substring(equals + 1).strip()));
            });
    return words;
  }

  static Severity severity(String field, String word) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().equals(word))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("/" + field, "Choose P0, P1, P2 or P3."));
  }

  /** Hours, or what a duration is otherwise written as: {@code PT90M}. */
  static String hours(@Nullable Duration duration) {
    if (duration == null) {
      return "";
    }
    return duration.equals(Duration.ofHours(duration.toHours()))
        ? Long.toString(duration.toHours())
        : duration.toString();
  }

  static @Nullable Duration duration(Map<String, String> form, String field) {
    String text = text(form, field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.matches("[0-9]{1,6}")
          ? Duration.ofHours(Long.parseLong(text))
          : Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw Problem.invalid("/" + field, "Write a number of hours, or a duration such as PT90M.");
    }
  }

  private static String text(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").strip();
  }

  private static @Nullable String orNull(Map<String, String> form, String field) {
    String text = text(form, field);
    return text.isEmpty() ? null : text;
  }
}
