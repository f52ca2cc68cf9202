package io.watchbill.cli.incident;

import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a note into the timeline. */
@Command(
    name = "note",
    description = "Write a note into the timeline; without a text it is read from the input.")
public final class NoteCommand implements Runnable {
  private final Session session;

  @Parameters(index = "0", paramLabel = "INCIDENT", description = "Its reference (INC-12) or id.")
  private String reference = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT", description = "The note.")
  private List<String> words = new ArrayList<>();

  public NoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String text = words.isEmpty() ? read() : String.join(" ", words);
    if (text.isBlank()) {
      throw Failure.usage("a note needs a text");
    }
    new Outcome(session)
        .show(
            new Incidents(session.api())
                .act(reference, "comment", Json.object().put("text", text.strip())));
  }

  private String read() {
    if (session.terminal().interactive()) {
      session.terminal().say("Type the note, and Ctrl-D when it is done:");
    }
    return session.terminal().rest();
  }
}
