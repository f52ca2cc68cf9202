package io.watchbill.cli.override;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Table;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.time.TimeText;
import java.util.HashSet;
import java.util.Set;

/**
 * What a change of a rotation would change: shifts gained and lost, and gaps that were not there.
 */
record PreviewTable(JsonNode preview, TimeText times) {

  void print(Terminal terminal) {
    Table table = new Table("CHANGE", "WHO", "ROLE", "FROM", "TO");
    for (Change change : Change.of(preview.path("changes"))) {
      table.add(
          change.gained() ? new Cell("+ on call", Style.GOOD) : new Cell("- relieved", Style.WARN),
          Cell.of(change.person()),
          Cell.of(change.role()),
          Cell.of(times.of(change.from())),
          Cell.of(times.of(change.to())));
    }
    Set<JsonNode> before = new HashSet<>();
    preview.path("gapsBefore").forEach(before::add);
    for (JsonNode gap : preview.path("gapsAfter")) {
      if (!before.contains(gap)) {
        table.add(
            new Cell("! gap", Style.BAD),
            Cell.of("nobody"),
            Cell.of(Texts.of(gap, "role")),
            Cell.of(times.of(Texts.of(gap, "start"))),
            Cell.of(times.of(Texts.of(gap, "end"))));
      }
    }
    if (table.isEmpty()) {
      terminal.say("It changes nothing: they are on call already.");
    } else {
      terminal.print(table);
    }
  }
}
