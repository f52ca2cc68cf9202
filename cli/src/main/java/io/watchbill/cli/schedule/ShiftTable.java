package io.watchbill.cli.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Table;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.time.TimeText;
import java.util.Comparator;
import java.util.stream.Stream;

/** Shifts and gaps by their beginning. */
record ShiftTable(JsonNode shifts, TimeText times) {

  void print(Terminal terminal) {
    Table table = new Table("FROM", "TO", "ROLE", "ON CALL", "WHY");
    Stream.concat(shifts.path("shifts").valueStream(), shifts.path("gaps").valueStream())
        .sorted(
            Comparator.comparing((JsonNode row) -> Texts.of(row, "start"))
                .thenComparing(row -> Texts.of(row, "role")))
        .forEach(row -> add(table, row));
    if (table.isEmpty()) {
      terminal.say("There are no shifts in this time.");
    } else {
      terminal.print(table);
    }
  }

  private void add(Table table, JsonNode row) {
    table.add(
        Cell.of(times.of(Texts.of(row, "start"))),
        Cell.of(times.of(Texts.of(row, "end"))),
        Cell.of(Texts.of(row, "role")),
        who(row),
        Cell.faint(Texts.of(row, "reason")));
  }

  private static Cell who(JsonNode row) {
    if (row.has("people")) {
      return Cell.of(Texts.list(row.path("people")));
    }
    return row.path("byDesign").asBoolean()
        ? Cell.faint("nobody, outside hours")
        : new Cell("NOBODY", Style.BAD);
  }
}
