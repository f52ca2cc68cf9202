package io.watchbill.incident.filter;

import io.watchbill.incident.lifecycle.IncidentKey;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.problem.Problem;
import java.util.Arrays;
import java.util.List;

/** Conditions that the filters of several lists share. */
public final class Filters {
  private Filters() {}

  /** Returns the name of a severity; 400 for anything else. */
  public static String severity(String name) {
    if (Arrays.stream(Severity.values()).noneMatch(severity -> severity.name().equals(name))) {
      throw Problem.invalid(
          "severity",
          "'" + name + "' is no severity; allowed are " + List.of(Severity.values()) + ".");
    }
    return name;
  }

  /** Returns SQL for the id of an incident that is named by its id or its reference. */
  public static String incident(Where where, String text) {
    IncidentKey key =
        IncidentKey.parse(text)
            .orElseThrow(
                () -> Problem.invalid("incident", "An incident is named by its id or INC-<n>."));
    return key.id().isPresent()
        ? where.place(key.id().get())
        : "(SELECT named.id FROM any_incident named WHERE named.number = "
            + where.place(key.number())
            + ")";
  }
}
