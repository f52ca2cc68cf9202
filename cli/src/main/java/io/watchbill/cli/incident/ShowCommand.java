package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an incident with its timeline. */
@Command(name = "show", description = "Show an incident with its timeline.")
public final class ShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "INCIDENT", description = "Its reference (INC-12) or id.")
  private String reference = "";

  public ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    JsonNode incident = new Incidents(session.api()).get(reference);
    List<JsonNode> timeline =
        session
            .api()
            .list(
                Service.INCIDENT,
                Incidents.path(reference) + "/timeline?limit=500",
                Integer.MAX_VALUE)
            .all();
    ObjectNode data = incident.deepCopy();
    data.putArray("timeline").addAll(timeline);
    IncidentPage page = new IncidentPage(incident, timeline, session.times());
    session.show(new View(data, page::print));
  }
}
