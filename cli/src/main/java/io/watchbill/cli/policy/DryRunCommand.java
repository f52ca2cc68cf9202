package io.watchbill.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Json;
import io.watchbill.cli.http.Names;
import io.watchbill.cli.output.Texts;
import io.watchbill.cli.session.Session;
import io.watchbill.cli.session.View;
import io.watchbill.cli.time.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows whom a policy would page. */
@Command(
    name = "dry-run",
    description = "Show whom a policy would page, when and why. Nobody is paged.")
public final class DryRunCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "POLICY", description = "The policy's id.")
  private String policy = "";

  @Option(
      names = "--severity",
      paramLabel = "P0|P1|P2|P3",
      description = "The incident's severity; P2 when absent.")
  private String severity = "P2";

  @Option(names = "--tag", paramLabel = "TAG", description = "A tag of the incident; may repeat.")
  private List<String> tags = new ArrayList<>();

  @Option(names = "--at", paramLabel = "TIME", description = "When it begins; now when absent.")
  private String at = "now";

  @Option(names = "--commander", paramLabel = "PERSON", description = "Who commands the incident.")
  private @Nullable String commander;

  @Option(
      names = "--ack",
      paramLabel = "PERSON@DURATION",
      description = "Somebody acknowledges after that time: alice@20m; may repeat.")
  private List<String> acknowledged = new ArrayList<>();

  public DryRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Instant start = session.reader().read("--at", at);
    JsonNode run =
        session
            .api()
            .post(
                Service.ESCALATION,
                "/v1/policies/" + Names.id("policy", policy) + "/dry-run",
                body(start));
    DryRunTable table = new DryRunTable(run, start, session.times());
    session.show(new View(run, table::print));
  }

  private ObjectNode body(Instant start) {
    String level = severity.toUpperCase(Locale.ROOT);
    ObjectNode body = Json.object();
    ObjectNode facts = body.putObject("facts").put("severity", level);
    tags.forEach(facts.putArray("tags")::add);
    if (commander != null) {
      facts.put("commander", commander);
    }
    // Steps may wait for the time to acknowledge, which a real incident has from its severity.
    for (JsonNode one : session.api().get(Service.INCIDENT, "/v1/severities").path("items")) {
      if (Texts.of(one, "id").equals(level) && one.hasNonNull("acknowledge")) {
        facts.put("acknowledgeSla", Texts.of(one, "acknowledge"));
      }
    }
    body.put("at", start.toString());
    ArrayNode list = body.putArray("acknowledged");
    acknowledged.forEach(text -> list.add(acknowledgement(text)));
    return body;
  }

  private static ObjectNode acknowledgement(String text) {
    int sign = text.indexOf('@');
    if (sign < 1) {
      throw Failure.usage("--ack needs PERSON@DURATION like alice@20m, not '" + text + "'");
    }
    return Json.object()
        .put("by", text.substring(0, sign))
        .put("after", Durations.read("--ack", text.substring(sign + 1)).toString());
  }
}
