package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which incidents are asked for; what is absent lets everything through. A {@code @BeanParam}. */
public class IncidentFilter {
  private static final List<String> STATES =
      List.of("open", "triggered", "acknowledged", "resolved");

  @QueryParam("state")
  @Parameter(description = "open, triggered, acknowledged or resolved.", example = "open")
  String state;

  @QueryParam("severity")
  @Parameter(description = "P0, P1, P2 or P3.", example = "P1")
  String severity;

  @QueryParam("team")
  @Parameter(example = "security")
  String team;

  @QueryParam("tag")
  @Parameter(example = "ransomware")
  String tag;

  @QueryParam("integration")
  @Parameter(example = "prometheus")
  String integration;

  @QueryParam("since")
  @Parameter(description = "Opened at this instant or later.", example = "2026-03-01T00:00:00Z")
  String since;

  List<String> conditions(List<Object> values) {
    List<String> conditions = new ArrayList<>();
    if (state != null) {
      conditions.add(state(values));
    }
    if (severity != null) {
      conditions.add("severity = $" + place(values, severity()));
    }
    if (team != null) {
      conditions.add("team = $" + place(values, team));
    }
    if (tag != null) {
      conditions.add("tags @> ARRAY[$" + place(values, tag) + "::text]");
    }
    if (integration != null) {
      conditions.add("integration = $" + place(values, integration));
    }
    if (since != null) {
      conditions.add("created_at >= $" + place(values, since()));
    }
    return conditions;
  }

  private String state(List<Object> values) {
    if (!STATES.contains(state)) {
      throw Problem.invalid("state", "'" + state + "' is no state; allowed are " + STATES + ".");
    }
    return state.equals("open") ? "state <> 'resolved'" : "state = $" + place(values, state);
  }

  private String severity() {
    boolean known = Arrays.stream(Severity.values()).anyMatch(s -> s.name().equals(severity));
    if (!known) {
      throw Problem.invalid(
          "severity",
          "'" + severity + "' is no severity; allowed are " + List.of(Severity.values()) + ".");
    }
    return severity;
  }

  private Instant since() {
    try {
      return Instant.parse(since);
    } catch (DateTimeException e) {
      throw Problem.invalid("since", "'" + since + "' is no RFC 3339 instant in UTC.");
    }
  }

  private static int place(List<Object> values, Object value) {
    values.add(value);
    return values.size();
  }
}
