package io.watchbill.incident.incident;

/**
 * Where incidents stand, and beside them their clocks and assignments. What is open and what is
 * closed are in tables of their own; a view has both.
 */
enum IncidentTables {
  OPEN("incident", "incident_clock", "incident_assignment"),
  CLOSED("incident_history", "incident_clock_history", "incident_assignment_history"),
  ANY("any_incident", "any_incident_clock", "any_incident_assignment");

  private final String incidents;
  private final String clocks;
  private final String assignments;

  IncidentTables(String incidents, String clocks, String assignments) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.assignments = assignments;
  }

  /** Returns where an incident stands. */
  static IncidentTables of(Incident incident) {
    return incident.isOpen() ? OPEN : CLOSED;
  }

  /** Puts the tables into SQL that names them {@code {table}}, {@code {clocks}} and so on. */
  String in(String sql) {
    return sql.replace("{table}", incidents)
        .replace("{clocks}", clocks)
        .replace("{assignments}", assignments);
  }
}
