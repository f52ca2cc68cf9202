package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Table;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.time.TimeText;
import java.util.List;

/** Incidents, one a row. */
record IncidentTable(List<JsonNode> incidents, TimeText times) {

  void print(Terminal terminal) {
    if (incidents.isEmpty()) {
      terminal.say("No incidents.");
      return;
    }
    Table table = new Table("INCIDENT", "SEV", "STATE", "TEAM", "OPENED", "AGE", "TITLE");
    for (JsonNode incident : incidents) {
      String opened = Texts.of(incident, "createdAt");
      table.add(
          Cell.of(Texts.of(incident, "reference")),
          severity(incident),
          new IncidentState(incident, times).cell(),
          Cell.of(Texts.of(incident, "team")),
          Cell.of(times.of(opened)),
          Cell.faint(times.age(opened)),
          Cell.of(Texts.of(incident, "title")));
    }
    terminal.print(table);
  }

  private static Cell severity(JsonNode incident) {
    String severity = Texts.of(incident, "severity");
    boolean high = severity.equals("P0") || severity.equals("P1");
    return new Cell(severity, high ? Style.BAD : Style.PLAIN);
  }
}
