package io.watchbill.laptop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.Installation;
import io.watchbill.laptop.PageLines;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code demo}: the whole way of an alert, shown while it happens. */
public final class Demo {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern LINK = Pattern.compile("https?://\\S+/acknowledge/[\\w.~-]+");

  private final Installation installation;
  private final Story story;
  private final Clock clock = Clock.systemUTC();

  public Demo(Installation installation, PrintStream terminal) {
    this.installation = installation;
    this.story = new Story(terminal);
  }

  /** Runs it on the running system; 0 when all of it happened. */
  public int run() throws IOException, InterruptedException {
    if (!installation.isReady()) {
      throw new Refusal("nothing is running; start it first with ./watchbill up");
    }
    PageLines pages = new PageLines(installation.data().log(Service.ESCALATION.word()));
    Alert alert = Alert.now(clock);
    story.tell("Alertmanager sends: AdminLoginBruteForce is firing, severity critical");
    String reference = send(alert.firing()).path("incidents").path(0).asText();
    JsonNode incident = incident(reference);
    story.tell(
        "Incident %s is %s: \"%s\", %s, team %s"
            .formatted(
                reference,
                incident.path("state").asText(),
                incident.path("title").asText(),
                incident.path("severity").asText(),
                incident.path("team").asText()));
    String link = see("a page with a link to acknowledge", () -> link(pages, reference));
    story.tell("The one who is on watch opens the link and acknowledges");
    acknowledge(link);
    see("the acknowledgement", () -> inState(reference, "acknowledged"));
    story.tell("Incident " + reference + " is acknowledged; nobody else is paged");
    story.tell("Alertmanager sends: AdminLoginBruteForce is resolved");
    send(alert.resolved(clock.instant()));
    see("the resolution", () -> inState(reference, "resolved"));
    story.tell("Incident " + reference + " is resolved. Its timeline:");
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
                        + " seconds in vain; see ./watchbill logs"));
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

  private Optional<String> link(PageLines pages, String reference) {
    Optional<String> link = Optional.empty();
    for (String page : newPages(pages)) {
      Matcher matcher = LINK.matcher(page);
      if (page.contains(reference) && matcher.find()) {
        story.tell(page);
        link = link.or(() -> Optional.of(matcher.group()));
      }
    }
    return link;
  }

  private static List<String> newPages(PageLines pages) {
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
