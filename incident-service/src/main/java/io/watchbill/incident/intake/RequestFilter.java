package io.watchbill.incident.intake;

import io.watchbill.incident.filter.Filters;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.http.InstantParameter;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.NewestFirst;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters a list of requests; an absent field lets everything through. */
public class RequestFilter {
  @QueryParam("integration")
  @Parameter(example = "prometheus")
  @Nullable String integration;

  @QueryParam("outcome")
  @Parameter(description = "accepted, refused or oversized.", example = "refused")
  @Nullable String outcome;

  @QueryParam("incident")
  @Parameter(description = "Id or reference of the incident it touched.", example = "INC-12")
  @Nullable String incident;

  @QueryParam("since")
  @Parameter(description = "Received at this instant or later.")
  @Nullable String since;

  /** Returns the filter of a form, whose empty fields let everything through. */
  public static RequestFilter of(
      String integration, String outcome, String incident, String since) {
    RequestFilter filter = new RequestFilter();
    filter.integration = orNull(integration);
    filter.outcome = orNull(outcome);
    filter.incident = orNull(incident);
    filter.since = orNull(since);
    return filter;
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** Returns the key after which the next slice begins. */
  static String key(RequestView request) {
    return NewestFirst.key(request.receivedAt(), request.id());
  }

  Where where(Optional<String> after) {
    Where where = new Where();
    if (integration != null) {
      where.and("r.integration = ?", integration);
    }
    if (outcome != null) {
      where.and("r.outcome = ?", checked(outcome));
    }
    if (incident != null) {
      where.and("r.incident_id = " + Filters.incident(where, incident));
    }
    if (since != null) {
      where.and("r.received_at >= ?", InstantParameter.parse("since", since));
    }
    after.ifPresent(key -> NewestFirst.after(where, "r.received_at, r.id", key));
    return where;
  }

  private static String checked(String outcome) {
    List<String> words = Arrays.stream(RequestOutcome.values()).map(RequestOutcome::word).toList();
    if (!words.contains(outcome)) {
      throw Problem.invalid("outcome", "The outcome is one of " + words + ".");
    }
    return outcome;
  }
}
