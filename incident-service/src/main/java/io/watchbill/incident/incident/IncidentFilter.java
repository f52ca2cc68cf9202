package io.watchbill.incident.incident;

import io.watchbill.incident.filter.Filters;
import io.watchbill.incident.lifecycle.StateKind;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.http.InstantParameter;
import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters a list of incidents; an absent field lets everything through. */
public class IncidentFilter {
  private static final String OPEN = "open";

  @QueryParam("state")
  @Parameter(description = "open, triggered, acknowledged or resolved.", example = "open")
  @Nullable String state;

  @QueryParam("severity")
  @Parameter(description = "P0, P1, P2 or P3.", example = "P1")
  @Nullable String severity;

  @QueryParam("team")
  @Parameter(example = "security")
  @Nullable String team;

  @QueryParam("tag")
  @Parameter(example = "ransomware")
  @Nullable String tag;

  @QueryParam("integration")
  @Parameter(example = "prometheus")
  @Nullable String integration;

  @QueryParam("acknowledgedBy")
  @Parameter(
      description = "Acknowledged now, by this person; not with another state.",
      example = "alice")
  @Nullable String acknowledgedBy;

  @QueryParam("since")
  @Parameter(description = "Opened at this instant or later.", example = "2026-03-01T00:00:00Z")
  @Nullable String since;

  /** Returns a filter by these alone. */
  public static IncidentFilter of(
      @Nullable String state, @Nullable String severity, @Nullable String team) {
    IncidentFilter filter = new IncidentFilter();
    filter.state = state;
    filter.severity = severity;
    filter.team = team;
    return filter;
  }

  /** Returns a filter of what this person has acknowledged, by these. */
  public static IncidentFilter acknowledgedBy(
      String person, @Nullable String severity, @Nullable String team) {
    IncidentFilter filter = of(null, severity, team);
    filter.acknowledgedBy = person;
    return filter;
  }

  /** Returns whether the list is of open incidents or of closed ones; empty for all. */
  Optional<Boolean> open() {
    return Optional.ofNullable(acknowledgedBy != null ? OPEN : state)
        .map(word -> StateKind.of(word).map(StateKind::isOpen).orElse(true));
  }

  Where where() {
    Where where = new Where();
    if (state != null) {
      ofState(where, state);
    }
    if (severity != null) {
      where.and("severity = ?", Filters.severity(severity));
    }
    if (team != null) {
      where.and("team = ?", team);
    }
    if (tag != null) {
      where.and("tags @> ARRAY[?::text]", tag);
    }
    if (integration != null) {
      where.and("integration = ?", integration);
    }
    if (acknowledgedBy != null) {
      where
          .and("state = 'acknowledged'")
          .and("state_by_kind = 'PERSON'")
          .and("state_by = ?", acknowledgedBy);
    }
    if (since != null) {
      where.and("created_at >= ?", InstantParameter.parse("since", since));
    }
    return where;
  }

  private static void ofState(Where where, String state) {
    if (state.equals(OPEN)) {
      where.and("state <> 'resolved'");
    } else {
      where.and("state = ?", StateKind.of(state).orElseThrow(() -> noState(state)).word());
    }
  }

  private static Problem noState(String state) {
    List<String> allowed =
        Stream.concat(Stream.of(OPEN), Arrays.stream(StateKind.values()).map(StateKind::word))
            .toList();
    return Problem.invalid("state", "'" + state + "' is no state; allowed are " + allowed + ".");
  }
}
