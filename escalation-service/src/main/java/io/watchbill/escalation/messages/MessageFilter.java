package io.watchbill.escalation.messages;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.Lists;
import io.watchbill.escalation.delivery.DeliveryStatus;
import io.watchbill.kit.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which messages are shown; it stands in the URL. An empty text filters nothing.
 *
 * @param since local time of the caller's zone
 * @param until local time of the caller's zone
 */
@TemplateData
public record MessageFilter(
    String incident, String person, String state, String since, String until) {

  private static final int USUAL_DAYS = 14;

  static MessageFilter of(Map<String, String> fields) {
    return new MessageFilter(
        fields.getOrDefault("incident", "").strip(),
        fields.getOrDefault("person", "").strip(),
        fields.getOrDefault("state", ""),
        fields.getOrDefault("since", ""),
        fields.getOrDefault("until", ""));
  }

  /** What was sent to a person is looked for in two weeks, unless the form says otherwise. */
  MessageFilter bounded(Instant now, ZoneId zone) {
    return person.isEmpty() || !incident.isEmpty() || !since.isEmpty()
        ? this
        : new MessageFilter(
            incident,
            person,
            state,
            LocalDateTime.ofInstant(now, zone)
                .minusDays(USUAL_DAYS)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString(),
            until);
  }

  Optional<UUID> incidentId() {
    return Optional.ofNullable(Lists.id("incident", incident));
  }

  Optional<DeliveryStatus> status() {
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Optional<DeliveryStatus> status = DeliveryStatus.of(state);
    if (status.isEmpty()) {
      throw Problem.invalid("state", "There is no such state.");
    }
    return status;
  }

  Optional<Instant> from(ZoneId zone) {
    return instant("since", since, zone);
  }

  Optional<Instant> before(ZoneId zone) {
    return instant("until", until, zone);
  }

  /** Returns the query of a URL that shows the same. */
  public String query() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("incident", incident);
    fields.put("person", person);
    fields.put("state", state);
    fields.put("since", since);
    fields.put("until", until);
    return fields.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Optional<Instant> instant(String field, String local, ZoneId zone) {
    if (local.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDateTime at = LocalDateTime.parse(local);
      if (at.getYear() >= 1970 && at.getYear() < 10_000) {
        return Optional.of(at.atZone(zone).toInstant());
      }
    } catch (DateTimeException e) {
      // Falls through to the same answer as a year out of range.
    }
    throw Problem.invalid(field, "A day and a time, such as 2026-12-24T18:00.");
  }
}
