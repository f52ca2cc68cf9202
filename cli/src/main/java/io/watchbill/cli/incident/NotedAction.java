package io.watchbill.cli.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What is done with one incident or several, with a note. One that fails does not stop the rest.
 */
abstract class NotedAction implements Runnable {
  private final Session session;
  private final String action;

  @Parameters(arity = "1..*", paramLabel = "INCIDENT", description = "References (INC-12) or ids.")
  private List<String> references = new ArrayList<>();

  @Option(names = "--note", paramLabel = "TEXT", description = "A note for the timeline.")
  private @Nullable String note;

  NotedAction(Session session, String action) {
    this.session = session;
    this.action = action;
  }

  @Override
  public void run() {
    List<JsonNode> done = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (String reference : references) {
      try {
        done.add(act(reference));
      } catch (Failure failure) {
        failures.add(failure);
        if (references.size() > 1) {
          session.terminal().say("wb: " + reference + ": " + failure.text());
        }
      }
    }
    if (!done.isEmpty()) {
      new Outcome(session).show(done, references.size() > 1);
    }
    if (references.size() == 1 && !failures.isEmpty()) {
      throw failures.getFirst();
    }
    if (!failures.isEmpty()) {
      throw new Failure(
          failures.getFirst().code(),
          "%d of %d failed".formatted(failures.size(), references.size()));
    }
  }

  private JsonNode act(String reference) {
    ObjectNode body = Json.object();
    if (note != null) {
      body.put("note", note);
    }
    return new Incidents(session.api()).act(reference, action, body);
  }
}
