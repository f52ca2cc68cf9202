package io.watchbill.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.incident.Incidents;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.recipient.Recipient;
import io.watchbill.cli.recipient.Recipients;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Escalates an incident. */
@Command(
    name = "escalate",
    description =
        "Page somebody about an incident: who comes next in its policy, or whom --to names.")
public final class EscalateCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "INCIDENT", description = "Its reference (INC-12) or id.")
  private String reference = "";

  @Option(
      names = "--to",
      paramLabel = "PERSON|ROTATION[/ROLE]",
      description = "A person, or who holds a role now; the first role when none is named.")
  private @Nullable String to;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      converter = Reason.Converter.class,
      completionCandidates = Reason.Candidates.class,
      description = "One of ${COMPLETION-CANDIDATES}; out-of-depth when absent.")
  private Reason reason = Reason.OUT_OF_DEPTH;

  @Option(names = "--note", paramLabel = "TEXT", description = "What they should know.")
  private @Nullable String note;

  @Option(names = "--yes", description = "Do not ask whether to page.")
  private boolean yes;

  public EscalateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    JsonNode incident = new Incidents(session.api()).get(reference);
    Optional<Recipient> recipient =
        Optional.ofNullable(to).map(text -> new Recipients(session.api()).find(text));
    session.confirm(
        "Page %s about %s (%s)?"
            .formatted(
                recipient.map(Recipient::text).orElse("who comes next in the policy"),
                Texts.of(incident, "reference"),
                Texts.of(incident, "title")),
        yes);
    JsonNode escalated =
        new Escalation(reason, Optional.ofNullable(note), recipient)
            .send(session.api(), Texts.of(incident, "id"));
    session.show(
        new View(
            escalated,
            terminal -> Escalation.print(terminal, escalated, Texts.of(incident, "reference"))));
  }
}
