package io.watchbill.incident.intake;

import io.watchbill.incident.lifecycle.IncidentKey;
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

/** Which requests are asked for; what is absent lets everything through. A {@code @BeanParam}. */
public class RequestFilter {
  @QueryParam("integration")
  @Parameter(example = "prometheus")
  String integration;

  @QueryParam("outcome")
  @Parameter(description = "accepted, refused or oversized.", example = "refused")
  String outcome;

  @QueryParam("incident")
  @Parameter(description = "Id or reference of the incident it touched.", example = "INC-12")
  String incident;

  @QueryParam("since")
  @Parameter(description = "Received at this instant or later.")
  String since;

  /** The conditions and their values; the last value is the limit. */
  record Query(String where, List<Object> values) {}

  /** Key after which the next page begins. */
  static String key(RequestView request) {
    return request.receivedAt() + " " + request.id();
  }

  Query query(Optional<String> after, int limit) {
    List<Object> values = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    if (integration != null) {
      conditions.add("r.integration = $" + place(values, integration));
    }
    if (outcome != null) {
      conditions.add("r.outcome = $" + place(values, outcome()));
    }
    if (incident != null) {
      conditions.add("r.incident_id = " + incident(values));
    }
    if (since != null) {
      conditions.add("r.received_at >= $" + place(values, since()));
    }
    after.ifPresent(key -> conditions.add(after(key, values)));
    values.add((long) limit);
    return new Query(
        conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), values);
  }

  private String outcome() {
    List<String> words = Arrays.stream(Outcome.values()).map(Outcome::word).toList();
    if (!words.contains(outcome)) {
      throw Problem.invalid("outcome", "The outcome is one of " + words + ".");
    }
    return outcome;
  }

  private String incident(List<Object> values) {
    IncidentKey key =
        IncidentKey.parse(incident)
            .orElseThrow(
                () -> Problem.invalid("incident", "An incident is named by its id or INC-<n>."));
    return key.id().isPresent()
        ? "$" + place(values, key.id().get())
        : "(SELECT n.id FROM incident n WHERE n.number = $" + place(values, key.number()) + ")";
  }

  private Instant since() {
    try {
      return Instant.parse(since);
    } catch (DateTimeException e) {
      throw Problem.invalid("since", "'" + since + "' is no RFC 3339 instant in UTC.");
    }
  }

  private static String after(String key, List<Object> values) {
    String[] parts = key.split(" ", -1);
    try {
      int at = place(values, Instant.parse(parts[0]));
      place(values, UUID.fromString(parts[1]));
      return "(r.received_at, r.id) < ($%d, $%d)".formatted(at, at + 1);
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw PageRequest.invalidCursor();
    }
  }

  private static int place(List<Object> values, Object value) {
    values.add(value);
    return values.size();
  }
}
