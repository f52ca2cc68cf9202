package io.watchbill.incident.alert;

import io.watchbill.incident.filter.Filters;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.http.InstantParameter;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.NewestFirst;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters a list of alerts; an absent field lets everything through. */
public class AlertFilter {
  @QueryParam("state")
  @Parameter(description = "firing or resolved.", example = "firing")
  @Nullable String state;

  @QueryParam("integration")
  @Parameter(example = "prometheus")
  @Nullable String integration;

  @QueryParam("severity")
  @Parameter(description = "P0, P1, P2 or P3.", example = "P1")
  @Nullable String severity;

  @QueryParam("fingerprint")
  @Parameter(description = "All episodes of one alert.", example = "5ef77f1f8a3ecfac")
  @Nullable String fingerprint;

  @QueryParam("incident")
  @Parameter(description = "Id or reference of an incident.", example = "INC-12")
  @Nullable String incident;

  @QueryParam("since")
  @Parameter(description = "First received at this instant or later.")
  @Nullable String since;

  /** Returns the key after which the next slice begins. */
  static String key(AlertView alert) {
    return NewestFirst.key(alert.openedAt(), alert.id());
  }

  Where where(Optional<String> after) {
    Where where = new Where();
    if (state != null) {
      where.and("closed_at IS " + (firing(state) ? "NULL" : "NOT NULL"));
    }
    if (integration != null) {
      where.and("integration = ?", integration);
    }
    if (severity != null) {
      where.and("severity = ?", Filters.severity(severity));
    }
    if (fingerprint != null) {
      where.and("fingerprint = ?", fingerprint);
    }
    if (incident != null) {
      String of = " WHERE incident_id = " + Filters.incident(where, incident);
      where.and(
          "id IN (SELECT alert_id FROM alert_group_member"
              + of
              + " UNION ALL SELECT alert_id FROM alert_group_member_history"
              + of
              + ")");
    }
    if (since != null) {
      where.and("opened_at >= ?", InstantParameter.parse("since", since));
    }
    after.ifPresent(key -> NewestFirst.after(where, "opened_at, id", key));
    return where;
  }

  /** Returns the table or view to read. */
  String table() {
    if (state == null) {
      return "any_alert";
    }
    return firing(state) ? "alert" : "alert_history";
  }

  private static boolean firing(String state) {
    return AlertState.of(state)
            .orElseThrow(() -> Problem.invalid("state", "The state is 'firing' or 'resolved'."))
        == AlertState.FIRING;
  }
}
