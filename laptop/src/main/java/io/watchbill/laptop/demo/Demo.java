package io.watchbill.laptop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.Installation;
import io.watchbill.laptop.LogLines;
import io.watchbill.laptop.Ports;
import io.watchbill.laptop.Refusal;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The command {@code demo}: shows an alert from start to end while it happens. */
public final class Demo {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration TOGETHER = Duration.ofSeconds(2);

  private final Installation installation;
  private final Story story;
  private final Clock clock = Clock.systemUTC();

  public Demo(Installation installation, PrintStream terminal) {
    this.installation = installation;
    this.story = new Story(terminal);
  }

  /** Runs the demo on the running system; returns 0 on success. */
  public int run() throws IOException, InterruptedException {
    if (!installation.isReady()) {
      throw new Refusal("nothing is running; start it first with ./watchbill up");
    }
    LogLines pages = LogLines.pages(installation.data().log(Service.ESCALATION.word()));
    Alert alert = Alert.now(clock);
    story.say("Alertmanager sends: AdminLoginBruteForce is firing, severity critical");
    String reference = send(alert.firing()).path("incidents").path(0).asText();
    JsonNode incident = incident(reference);
    story.say(
        "Incident %s is %s: \"%s\", %s, team %s"
            .formatted(
                reference,
                incident.path("state").asText(),
                incident.path("title").asText(),
                incident.path("severity").asText(),
                incident.path("team").asText()));
    List<PrintedPage> seen = new ArrayList<>();
    PrintedPage first = see("a page", () -> newPage(pages, reference, seen));
    story.waitFor(
        TOGETHER,
        () -> seen.size() > 1 ? Optional.of(seen.getLast()) : newPage(pages, reference, seen));
    PrintedPage page = seen.stream().filter(PrintedPage::toPrimary).findFirst().orElse(first);
    story.say("The person on call opens the link and acknowledges");
    acknowledge(page.link());
    see("the acknowledgement", () -> inState(reference, "acknowledged"));
    story.say("Incident " + reference + " is acknowledged; nobody else is paged");
    story.say("Alertmanager sends: AdminLoginBruteForce is resolved");
    send(alert.resolved(clock.instant()));
    see("the resolution", () -> inState(reference, "resolved"));
    story.say("Incident " + reference + " is resolved. Its timeline:");
    timeline(reference).forEach(story::add);
    return 0;
  }

  private <T> T see(String what, Supplier<Optional<T>> look) throws InterruptedException {
    return story
        .waitFor(PATIENCE, look)
        .orElseThrow(
            () ->
                new Refusal(
                    "waited for "
                        + what
                        + " for "
                        + PATIENCE.toSeconds()
                        + " seconds without success; see ./watchbill logs"));
  }

  private JsonNode send(String message) {
    String key =
        installation
            .secrets()
            .find(Installation.INTEGRATION_KEY)
            .orElseThrow(() -> new Refusal("the demo needs the example team, which is not here"));
    return new Api(Service.INCIDENT.address(ports()), key)
        .post("/v1/ingest/alertmanager", message)
        .expectSuccess("/v1/ingest/alertmanager");
  }

  private JsonNode incident(String reference) {
    return get(Service.INCIDENT, "/v1/incidents/" + reference);
  }

  private Optional<JsonNode> inState(String reference, String state) {
    return Optional.of(incident(reference)).filter(i -> i.path("state").asText().equals(state));
  }

  private Optional<PrintedPage> newPage(LogLines pages, String reference, List<PrintedPage> seen) {
    int before = seen.size();
    for (String line : newLines(pages)) {
      PrintedPage.in(line).filter(page -> page.isAbout(reference)).ifPresent(seen::add);
    }
    List<PrintedPage> fresh = seen.subList(before, seen.size());
    fresh.forEach(page -> story.say(page.line()));
    return fresh.stream().findFirst();
  }

  private static List<String> newLines(LogLines pages) {
    try {
      return pages.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acknowledge(String link) {
    Api.withoutKey(URI.create(link)).post(link, null).expectSuccess(link);
  }

  private List<String> timeline(String reference) {
    List<String> lines = new ArrayList<>();
    for (JsonNode entry :
        items(Service.INCIDENT, "/v1/incidents/" + reference + "/timeline?limit=100")) {
      lines.add(entry.path("at").asText() + "  " + entry.path("text").asText());
    }
    return lines;
  }

  private JsonNode items(Service service, String path) {
    return get(service, path).path("items");
  }

  private JsonNode get(Service service, String path) {
    return installation.api(service).get(path).expectSuccess(path);
  }

  private Ports ports() {
    return installation.ports().orElse(Ports.DEFAULT);
  }
}
