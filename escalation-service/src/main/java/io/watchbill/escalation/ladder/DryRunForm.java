package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.rehearsal.DryRunRequest;
import io.watchbill.escalation.rehearsal.IncidentFacts;
import io.watchbill.kit.page.Refusal;
import io.watchbill.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a dry run. It stands in the URL, with the zone of its time, so that others see the
 * same.
 *
 * @param zone in which the time was typed, or is to be typed
 * @param result once it was asked for
 */
@TemplateData
public record DryRunForm(
    String policy,
    Map<String, String> fields,
    String zone,
    Optional<Rehearsed> result,
    Optional<Refusal> refusal) {

  /** Returns what was typed into a field. */
  public String typed(String field) {
    return fields.getOrDefault(field, "");
  }

  /** Returns what is wrong with a field. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }

  /** Returns whether a dry run is asked for. */
  static boolean isFilled(Map<String, String> fields) {
    return fields.containsKey("severity");
  }

  /** Returns the zone of the typed time. */
  static ZoneId zone(Map<String, String> fields, ZoneId usual) {
    String zone = fields.getOrDefault("zone", "");
    try {
      return zone.isBlank() ? usual : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Problem.invalid("/at", "There is no time zone of that name.");
    }
  }

  /**
   * Returns the incident that was typed.
   *
   * @throws Problem at the field that is wrong
   */
  static DryRunRequest request(Map<String, String> fields, ZoneId usual) {
    String severity = fields.getOrDefault("severity", "");
    if (!severity.matches("P[0-9]")) {
      throw Problem.invalid("/severity", "Choose P0, P1, P2 or P3.");
    }
    IncidentFacts facts =
        new IncidentFacts(
            severity,
            tags(fields.getOrDefault("tags", "")),
            orNull(fields.get("type")),
            fields.containsKey("restricted"),
            orNull(fields.get("commander")),
            minutes(fields, "sla"));
    return new DryRunRequest(facts, at(fields, zone(fields, usual)), acknowledged(fields));
  }

  private static List<IncidentFacts.Acknowledgement> acknowledged(Map<String, String> fields) {
    String by = orNull(fields.get("by"));
    if (by == null) {
      return List.of();
    }
    Duration after = minutes(fields, "after");
    return List.of(
        new IncidentFacts.Acknowledgement(by, after == null ? Duration.ZERO : after, "main"));
  }

  private static List<String> tags(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  /** A local time that does not exist is the first one after the gap. */
  private static @Nullable Instant at(Map<String, String> fields, ZoneId zone) {
    String local = orNull(fields.get("at"));
    if (local == null) {
      return null;
    }
    try {
      LocalDateTime at = LocalDateTime.parse(local);
      if (at.getYear() >= 1970 && at.getYear() < 10_000) {
        return at.atZone(zone).toInstant();
      }
    } catch (DateTimeException e) {
      // Falls through to the same answer as a year out of range.
    }
    throw Problem.invalid("/at", "A day and a time, such as 2026-12-24T18:00.");
  }

  private static @Nullable Duration minutes(Map<String, String> fields, String field) {
    String typed = orNull(fields.get(field));
    if (typed == null) {
      return null;
    }
    if (!typed.matches("[1-9][0-9]{0,4}")) {
      throw Problem.invalid("/" + field, "A number of minutes from 1 to 99999.");
    }
    return Duration.ofMinutes(Long.parseLong(typed));
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
