package io.watchbill.incident.alert;

import io.watchbill.incident.lifecycle.IncidentKey;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.paging.PageRequest;
import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which alerts are asked for; what is absent lets everything through. A {@code @BeanParam}. */
public class AlertFilter {
  @QueryParam("state")
  @Parameter(description = "firing or resolved.", example = "firing")
  String state;

  @QueryParam("integration")
  @Parameter(example = "prometheus")
  String integration;

  @QueryParam("severity")
  @Parameter(description = "P0, P1, P2 or P3.", example = "P1")
  String severity;

  @QueryParam("fingerprint")
  @Parameter(description = "All episodes of one alert.", example = "5ef77f1f8a3ecfac")
  String fingerprint;

  @QueryParam("incident")
  @Parameter(description = "Id or reference of an incident.", example = "INC-12")
  String incident;

  @QueryParam("since")
  @Parameter(description = "First heard of at this instant or later.")
  String since;

  /** The conditions and their values; the last value is the limit. */
  record Query(String where, List<Object> values) {}

  /** Key after which the next page begins. */
  static String key(AlertView alert) {
    return alert.openedAt() + " " + alert.id();
  }

  Query query(Optional<String> after, int limit) {
    List<Object> values = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    if (state != null) {
      conditions.add("closed_at IS " + (firing() ? "NULL" : "NOT NULL"));
    }
    if (integration != null) {
      conditions.add("integration = $" + place(values, integration));
    }
    if (severity != null) {
      conditions.add("severity = $" + place(values, severity()));
    }
    if (fingerprint != null) {
      conditions.add("fingerprint = $" + place(values, fingerprint));
    }
    if (incident != null) {
      conditions.add(
          "id IN (SELECT m.alert_id FROM alert_group_member m JOIN alert_group g ON g.id ="
              + " m.group_id WHERE g.incident_id = "
              + incident(values)
              + ")");
    }
    if (since != null) {
      conditions.add("opened_at >= $" + place(values, instant(since)));
    }
    after.ifPresent(key -> conditions.add(after(key, values)));
    values.add((long) limit);
    return new Query(
        conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), values);
  }

  private boolean firing() {
    return switch (state) {
      case "firing" -> true;
      case "resolved" -> false;
      default -> throw Problem.invalid("state", "The state is 'firing' or 'resolved'.");
    };
  }

  private String severity() {
    if (Arrays.stream(Severity.values()).noneMatch(s -> s.name().equals(severity))) {
      throw Problem.invalid(
          "severity",
          "'" + severity + "' is no severity; allowed are " + List.of(Severity.values()) + ".");
    }
    return severity;
  }

  private String incident(List<Object> values) {
    IncidentKey key =
        IncidentKey.parse(incident)
            .orElseThrow(
                () -> Problem.invalid("incident", "An incident is named by its id or INC-<n>."));
    return key.id().isPresent()
        ? "$" + place(values, key.id().get())
        : "(SELECT i.id FROM incident i WHERE i.number = $" + place(values, key.number()) + ")";
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid("since", "'" + text + "' is no RFC 3339 instant in UTC.");
    }
  }

  private static String after(String key, List<Object> values) {
    String[] parts = key.split(" ", -1);
    try {
      int at = place(values, Instant.parse(parts[0]));
      place(values, UUID.fromString(parts[1]));
      return "(opened_at, id) < ($%d, $%d)".formatted(at, at + 1);
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw PageRequest.invalidCursor();
    }
  }

  private static int place(List<Object> values, Object value) {
    values.add(value);
    return values.size();
  }
}
