package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Printable;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Table;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.time.TimeText;
import java.util.List;

/** All about one incident, nothing cut. */
record IncidentPage(JsonNode incident, List<JsonNode> timeline, TimeText times) {

  void print(Terminal terminal) {
    Table facts = new Table();
    fact(facts, "Incident", Texts.of(incident, "reference"), Style.HEAD);
    fact(facts, "Title", Texts.of(incident, "title"), Style.HEAD);
    fact(facts, "Severity", Texts.of(incident, "severity"), Style.PLAIN);
    Cell state = new IncidentState(incident, times).cell();
    fact(facts, "State", state.text(), state.style());
    fact(facts, "Team", Texts.of(incident, "team"), Style.PLAIN);
    fact(facts, "Policy", Texts.of(incident, "policy"), Style.PLAIN);
    fact(facts, "Tags", Texts.list(incident.path("tags")), Style.PLAIN);
    fact(facts, "Integration", Texts.of(incident, "integration"), Style.PLAIN);
    fact(facts, "Opened", times.of(Texts.of(incident, "createdAt")), Style.PLAIN);
    fact(facts, "Acknowledge", clock(incident.at("/clocks/acknowledge")), Style.PLAIN);
    fact(facts, "Link", Texts.of(incident, "link"), Style.PLAIN);
    terminal.printWhole(facts);
    terminal.print("");
    Table entries = new Table("AT", "WHAT");
    timeline.forEach(entry -> add(entries, entry));
    terminal.printWhole(entries);
  }

  private static void fact(Table facts, String name, String value, Style style) {
    if (!value.isEmpty()) {
      facts.add(Cell.faint(name), new Cell(value, style));
    }
  }

  private String clock(JsonNode clock) {
    return clock.hasNonNull("dueAt")
        ? "by " + times.of(Texts.of(clock, "dueAt")) + ", " + Texts.of(clock, "status")
        : "";
  }

  /** A comment of several lines stays that, under its time. */
  private void add(Table entries, JsonNode entry) {
    String at = times.of(Texts.of(entry, "at"));
    for (String line : Printable.text(Texts.of(entry, "text")).split("\n", -1)) {
      entries.add(Cell.faint(at), Cell.of(line));
      at = "";
    }
  }
}
