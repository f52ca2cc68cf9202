package io.watchbill.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Table;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.time.TimeText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The pages of a dry run, then what was not taken and why. */
record DryRunTable(JsonNode run, Instant start, TimeText times) {

  void print(Terminal terminal) {
    Table pages = new Table("AT", "AFTER", "WHO", "WHY");
    for (JsonNode page : run.path("pages")) {
      pages.add(
          Cell.of(times.of(Texts.of(page, "at"))),
          Cell.faint(after(Texts.of(page, "at"))),
          new Cell(Texts.of(page, "target"), Style.HEAD),
          Cell.of(Texts.of(page, "reason")));
    }
    if (pages.isEmpty()) {
      terminal.print("Nobody would be paged.");
    } else {
      terminal.printWhole(pages);
    }
    Table others = new Table("STEP", "OUTCOME", "WHY");
    for (JsonNode step : run.path("steps")) {
      if (!Texts.of(step, "outcome").equals("paged")) {
        others.add(Texts.of(step, "step"), Texts.of(step, "outcome"), Texts.of(step, "reason"));
      }
    }
    run.path("waiting").forEach(step -> add(others, step, "waiting"));
    run.path("held").forEach(step -> add(others, step, "held"));
    for (JsonNode alarm : run.path("alarms")) {
      others.add(
          Cell.of("-"),
          new Cell("alarm: " + Texts.of(alarm, "kind"), Style.BAD),
          Cell.of(Texts.of(alarm, "reason")));
    }
    if (!others.isEmpty()) {
      terminal.print("");
      terminal.printWhole(others);
    }
  }

  private static void add(Table others, JsonNode step, String outcome) {
    others.add(Texts.of(step, "step"), outcome, Texts.of(step, "reason"));
  }

  private String after(String instant) {
    try {
      Duration after = Duration.between(start, Instant.parse(instant));
      return after.toSeconds() <= 0 ? "at once" : "+" + TimeText.length(after);
    } catch (DateTimeException e) {
      return "-";
    }
  }
}
