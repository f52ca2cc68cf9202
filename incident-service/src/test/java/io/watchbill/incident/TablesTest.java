package io.watchbill.incident;

import io.watchbill.testkit.ServiceTables;
import io.watchbill.testkit.TableOwners;
import java.util.Map;
import java.util.Set;

/** A table is read and written in the package that owns it; the exceptions are named here. */
class TablesTest extends ServiceTables {
  private static final TableOwners OWNERS =
      TableOwners.of(
          Map.ofEntries(
              Map.entry("incident", "incident"),
              Map.entry("incident_history", "incident"),
              Map.entry("any_incident", "incident"),
              Map.entry("incident_clock", "incident"),
              Map.entry("incident_clock_history", "incident"),
              Map.entry("any_incident_clock", "incident"),
              Map.entry("incident_assignment", "incident"),
              Map.entry("incident_assignment_history", "incident"),
              Map.entry("any_incident_assignment", "incident"),
              Map.entry("alert", "alert"),
              Map.entry("alert_history", "alert"),
              Map.entry("any_alert", "alert"),
              Map.entry("alert_group", "alert"),
              Map.entry("alert_group_history", "alert"),
              Map.entry("alert_group_member", "alert"),
              Map.entry("alert_group_member_history", "alert"),
              Map.entry("timeline_entry", "timeline"),
              Map.entry("incoming_request", "intake"),
              Map.entry("integration", "integration"),
              Map.entry("severity", "severity"),
              Map.entry("test_page", "testpage"),
              Map.entry("timer", "the kit's")));

  /**
   * Lists show and filter by the reference of an incident, which a join gives, and leave out what
   * belongs to hidden incidents; an integration is changed by Hibernate, which cannot call the
   * kit's timers.
   */
  private static final Set<String> EXCEPTIONS =
      Set.of(
          "intake/RequestLog any_incident",
          "filter/Filters any_incident",
          "visibility/VisibleIncidents any_incident",
          "integration/IntegrationRepository timer");

  @Override
  protected String service() {
    return "incident";
  }

  @Override
  protected TableOwners owners() {
    return OWNERS;
  }

  @Override
  protected Set<String> exceptions() {
    return EXCEPTIONS;
  }
}
