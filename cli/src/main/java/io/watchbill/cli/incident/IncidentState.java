package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.output.Cell;
import io.watchbill.cli.output.Style;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.time.TimeText;

/** The state of an incident in words, with who brought it there. */
record IncidentState(JsonNode incident, TimeText times) {

  Cell cell() {
    return new Cell(text(), style());
  }

  String text() {
    String state = Texts.of(incident, "state");
    JsonNode mute = incident.path("mute");
    if (mute.isObject() && !state.equals("resolved")) {
      return (Texts.of(mute, "kind").equals("snooze") ? "snoozed" : "muted")
          + (mute.hasNonNull("until") ? " until " + times.of(Texts.of(mute, "until")) : "");
    }
    String by = Texts.of(incident.path(state), "by");
    return by.isEmpty() ? state : state + " by " + by;
  }

  private Style style() {
    return switch (Texts.of(incident, "state")) {
      case "triggered" -> Style.BAD;
      case "acknowledged" -> Style.WARN;
      case "resolved" -> Style.GOOD;
      default -> Style.PLAIN;
    };
  }
}
