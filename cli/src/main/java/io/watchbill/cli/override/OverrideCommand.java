package io.watchbill.cli.override;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.http.Names;
import io.watchbill.cli.http.Query;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts somebody else on call for a while. */
@Command(
    name = "override",
    description = "Put somebody else on call for a while. What it changes is shown before.")
public final class OverrideCommand implements Runnable {
  private static final int MOST_DAYS = 180;

  private final Session session;

  @Parameters(index = "0", paramLabel = "ROTATION", description = "The rotation's id.")
  private String rotation = "";

  @Parameters(index = "1", paramLabel = "ROLE", description = "The role: primary.")
  private String role = "";

  @Parameters(index = "2", paramLabel = "PERSON", description = "Who takes over.")
  private String person = "";

  @Option(names = "--from", paramLabel = "TIME", description = "From when; now when absent.")
  private String from = "now";

  @Option(names = "--to", required = true, paramLabel = "TIME", description = "Until when.")
  private String to = "";

  @Option(
      names = "--replaces",
      paramLabel = "PERSON",
      description = "Who is relieved; everybody on call in the role when absent.")
  private @Nullable String replaces;

  @Option(names = "--add", description = "The person is on call as well; nobody is relieved.")
  private boolean add;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for everybody to read.")
  private @Nullable String reason;

  @Option(names = "--preview", description = "Show what it would change, and do nothing.")
  private boolean preview;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  public OverrideCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Instant start = session.reader().read("--from", from);
    Instant end = session.reader().read("--to", to);
    if (!end.isAfter(start)) {
      throw Failure.usage("--to must be after --from");
    }
    String path = "/v1/rotations/" + Names.id("rotation", rotation);
    ObjectNode body = body(start, end);
    JsonNode effect =
        session
            .api()
            .post(
                Service.ROTATION,
                new Query(path + "/preview/override").with("days", days(end)).toString(),
                body);
    PreviewTable table = new PreviewTable(effect, session.times());
    if (preview) {
      session.show(new View(effect, table::print));
      return;
    }
    table.print(session.terminal().onError());
    session.confirm("Put " + person + " on call as " + role + " of " + rotation + "?", yes);
    JsonNode made = session.api().post(Service.ROTATION, path + "/overrides", body);
    session.show(new View(made, terminal -> terminal.print(sentence(made))));
  }

  private ObjectNode body(Instant start, Instant end) {
    ObjectNode body =
        Json.object()
            .put("role", role)
            .put("kind", add ? "add" : "replace")
            .put("person", person)
            .put("to", end.toString());
    if (!from.equals("now")) {
      body.put("from", start.toString());
    }
    if (replaces != null) {
      body.put("replaces", replaces);
    }
    if (reason != null) {
      body.put("reason", reason);
    }
    return body;
  }

  /** The preview looks at days that begin now; one more, so that all of the change is in it. */
  private String days(Instant end) {
    long days = Duration.between(session.clock().instant(), end).toDays() + 2;
    return String.valueOf(Math.clamp(days, 1, MOST_DAYS));
  }

  private String sentence(JsonNode made) {
    return "%s is on call as %s of %s from %s to %s (override %s)."
        .formatted(
            Texts.of(made, "person"),
            Texts.of(made, "role"),
            rotation,
            session.times().of(Texts.of(made, "from")),
            session.times().of(Texts.of(made, "to")),
            Texts.of(made, "id"));
  }
}
