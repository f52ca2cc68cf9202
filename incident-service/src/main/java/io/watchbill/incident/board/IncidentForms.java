package io.watchbill.incident.board;

import io.watchbill.incident.incident.IncidentActionsResource;
import io.watchbill.incident.incident.IncidentBodies;
import io.watchbill.incident.incident.IncidentEditsResource;
import io.watchbill.incident.incident.MuteResource;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what the forms of an incident's page ask for, as the API does it. */
@ApplicationScoped
class IncidentForms {
  private final IncidentActionsResource actions;
  private final IncidentEditsResource edits;
  private final MuteResource mutes;
  private final Clock clock;

  IncidentForms(
      IncidentActionsResource actions,
      IncidentEditsResource edits,
      MuteResource mutes,
      Clock clock) {
    this.actions = actions;
    this.edits = edits;
    this.mutes = mutes;
    this.clock = clock;
  }

  /**
   * Performs an action.
   *
   * @param form the fields that were typed
   * @throws Problem as the API does
   */
  void perform(String key, String action, Map<String, String> form) {
    switch (action) {
      case "acknowledge" -> actions.acknowledge(key, note(form));
      case "unacknowledge" -> actions.unacknowledge(key, note(form));
      case "resolve" -> actions.resolve(key, note(form));
      case "reopen" -> actions.reopen(key, note(form));
      case "unmute" -> mutes.unmute(key, note(form));
      case "comment" ->
          actions.comment(key, form.get("once"), new IncidentBodies.Comment(text(form, "text")));
      case "severity" ->
          edits.severity(
              key, new IncidentBodies.SeverityChange(severity(form), text(form, "reason")));
      case "tags" -> edits.tags(key, new IncidentBodies.TagsChange(tags(form)));
      case "assign" ->
          edits.assign(
              key,
              new IncidentBodies.Assignment(
                  orNull(form, "team"), orNull(form, "policy"), text(form, "reason")));
      case "snooze" -> mutes.snooze(key, silence(form));
      case "mute" -> mutes.mute(key, silence(form));
      default -> throw Problem.notFound("action", action);
    }
  }

  private static IncidentBodies.Note note(Map<String, String> form) {
    return new IncidentBodies.Note(orNull(form, "note"));
  }

  private IncidentBodies.Silence silence(Map<String, String> form) {
    return new IncidentBodies.Silence(until(text(form, "for")), text(form, "reason"));
  }

  private Instant until(String duration) {
    try {
      return clock.instant().plus(Duration.parse(duration));
    } catch (DateTimeException | ArithmeticException e) {
      throw Problem.invalid("/for", "Choose for how long.");
    }
  }

  static Severity severity(Map<String, String> form) {
    String word = text(form, "severity");
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().equals(word))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("/severity", "Choose P0, P1, P2 or P3."));
  }

  static List<String> tags(Map<String, String> form) {
    return Arrays.stream(text(form, "tags").split(","))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  static String text(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").strip();
  }

  static @Nullable String orNull(Map<String, String> form, String field) {
    String text = text(form, field);
    return text.isEmpty() ? null : text;
  }
}
