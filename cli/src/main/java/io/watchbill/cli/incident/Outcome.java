package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.output.Printable;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import java.util.List;

/** How incidents are after something was done with them: a sentence for people. */
record Outcome(Session session) {

  void show(JsonNode incident) {
    show(List.of(incident), false);
  }

  /** Shows several as a list. */
  void show(List<JsonNode> incidents, boolean asList) {
    JsonNode data =
        asList ? Json.object().putArray("items").addAll(incidents) : incidents.getFirst();
    session.show(new View(data, terminal -> incidents.forEach(i -> print(terminal, i))));
  }

  private void print(Terminal terminal, JsonNode incident) {
    terminal.print(
        Printable.line(
            "%s is %s: %s"
                .formatted(
                    Texts.of(incident, "reference"),
                    new IncidentState(incident, session.times()).text(),
                    Texts.of(incident, "title"))));
  }
}
