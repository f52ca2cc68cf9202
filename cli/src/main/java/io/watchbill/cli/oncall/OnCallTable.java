package io.watchbill.cli.oncall;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Table;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.time.TimeText;

/** Who is on call, role by role; what nobody holds comes last. */
record OnCallTable(JsonNode onCall, TimeText times) {

  void print(Terminal terminal) {
    Table table = new Table("ROTATION", "ROLE", "ON CALL", "UNTIL", "NEXT");
    for (JsonNode item : onCall.path("items")) {
      String until = Texts.of(item, "until");
      table.add(
          Cell.of(Texts.of(item, "rotation")),
          Cell.of(Texts.of(item, "role")),
          new Cell(Texts.list(item.path("people")), Style.GOOD),
          until.isEmpty() ? Cell.faint("always") : Cell.of(times.of(until)),
          Cell.faint(Texts.list(item.at("/next/people"))));
    }
    for (JsonNode gap : onCall.path("gaps")) {
      boolean byDesign = gap.path("byDesign").asBoolean();
      table.add(
          Cell.of(Texts.of(gap, "rotation")),
          Cell.of(Texts.of(gap, "role")),
          byDesign ? Cell.faint("nobody, outside hours") : new Cell("NOBODY", Style.BAD),
          Cell.of(times.of(gap.at("/next/start").asText())),
          Cell.faint(Texts.list(gap.at("/next/people"))));
    }
    if (table.isEmpty()) {
      terminal.say("No rotation has a role.");
    } else {
      terminal.print(table);
    }
  }
}
