package io.watchbill.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.recipient.Recipient;
import io.watchbill.cli.recipient.Recipients;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pages somebody by hand. */
@Command(
    name = "page",
    description = {
      "Page a person, or who holds a role of a rotation now, about something new.",
      "It opens an incident of their team, whose policy pages as for any other, and pages them at"
          + " once. About an incident that is there: wb incident escalate --to."
    })
public final class PageCommand implements Runnable {
  private final Session session;

  @Parameters(
      paramLabel = "PERSON|ROTATION[/ROLE]",
      description = "Whom to page; the first role of a rotation when none is named.")
  private String recipient = "";

  @Option(
      names = {"-m", "--message"},
      required = true,
      paramLabel = "TEXT",
      description = "What it is about; its first line becomes the incident's title.")
  private String message = "";

  @Option(
      names = "--severity",
      paramLabel = "P0|P1|P2|P3",
      description = "The incident's severity; P2 when absent.")
  private String severity = "P2";

  @Option(names = "--team", paramLabel = "TEAM", description = "Another team than theirs.")
  private @Nullable String team;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "Another policy than the team's.")
  private @Nullable String policy;

  @Option(names = "--tag", paramLabel = "TAG", description = "A tag of the incident; may repeat.")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      converter = Reason.Converter.class,
      completionCandidates = Reason.Candidates.class,
      description = "One of ${COMPLETION-CANDIDATES}; cross-team when absent.")
  private Reason reason = Reason.CROSS_TEAM;

  @Option(names = "--yes", description = "Do not ask whether to page.")
  private boolean yes;

  public PageCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (message.isBlank()) {
      throw Failure.usage("--message needs a text");
    }
    Recipient whom = new Recipients(session.api()).find(recipient);
    String owner = owner(whom);
    session.confirm(
        "Open a %s incident of team %s, and page %s: %s?"
            .formatted(severity, owner, whom.text(), message.strip()),
        yes);
    NewPage page = new NewPage(incident(owner), message.strip());
    Escalation escalation = new Escalation(reason, Optional.empty(), Optional.of(whom));
    JsonNode incident = page.open(session.api());
    JsonNode escalated = page.escalate(session.api(), incident, escalation, session.pause());
    ObjectNode data = Json.object();
    data.set("incident", incident);
    data.set("escalated", escalated);
    session.show(
        new View(
            data,
            terminal -> Escalation.print(terminal, escalated, Texts.of(incident, "reference"))));
  }

  private String owner(Recipient whom) {
    return Optional.ofNullable(team).or(whom::team).orElseGet(() -> membership(whom));
  }

  private String membership(Recipient whom) {
    List<String> teams = new Recipients(session.api()).teams(whom);
    if (teams.size() != 1) {
      throw Failure.usage(
          teams.isEmpty()
              ? whom.text() + " belongs to no team; name one with --team"
              : whom.text()
                  + " belongs to several teams; name one with --team: "
                  + String.join(", ", teams));
    }
    return teams.getFirst();
  }

  private ObjectNode incident(String owner) {
    ObjectNode incident =
        Json.object().put("severity", severity.toUpperCase(Locale.ROOT)).put("team", owner);
    if (policy != null) {
      incident.put("policy", policy);
    }
    if (!tags.isEmpty()) {
      tags.forEach(incident.putArray("tags")::add);
    }
    return incident;
  }
}
