package io.watchbill.escalation.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** The incident-service of the tests: takes events, answers which incidents are open. */
public final class FakeIncidents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static FakeIncidents running;

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private final Map<String, String> pictures = new ConcurrentHashMap<>();
  private volatile boolean down;

  private FakeIncidents(int port) {
    new FakeServer(port, this::answer);
  }

  public static synchronized FakeIncidents running() {
    if (running == null) {
      String url =
          ConfigProvider.getConfig().getValue("watchbill.neighbours.incident.url", String.class);
      running = new FakeIncidents(URI.create(url).getPort());
    }
    return running;
  }

  /** Answers 503 to all from now on, or no more. */
  public void down(boolean isDown) {
    down = isDown;
  }

  /** Refuses acknowledgements of an incident. */
  public void refuse(String incident, String why) {
    refused.put(incident, why);
  }

  /** Has this picture, to be found by whoever asks. */
  public void has(String incident, String picture) {
    pictures.put(incident, picture);
  }

  /** The data of the events of a type about an incident. */
  public List<JsonNode> events(String type, String incident) {
    return events.stream()
        .filter(event -> event.path("type").asText().equals(type))
        .map(event -> event.path("data"))
        .filter(data -> data.path("incident").asText().equals(incident))
        .toList();
  }

  private FakeServer.Answer answer(FakeServer.Request request) throws Exception {
    if (down) {
      return new FakeServer.Answer(503, "{}");
    }
    return switch (request.method() + " " + request.path()) {
      case "POST /v1/events" -> new FakeServer.Answer(200, take(JSON.readTree(request.body())));
      case "GET /v1/pictures" -> new FakeServer.Answer(200, open());
      case "POST /v1/pictures" -> new FakeServer.Answer(200, newest(JSON.readTree(request.body())));
      default -> new FakeServer.Answer(404, "{}");
    };
  }

  private String take(JsonNode batch) {
    List<String> answers = new ArrayList<>();
    for (JsonNode event : batch) {
      events.add(event);
      String incident = event.path("data").path("incident").asText();
      boolean refuses =
          refused.containsKey(incident) && event.path("type").asText().equals("page.acknowledged");
      answers.add(
          "{\"id\": \"%s\", \"status\": \"%s\", \"detail\": %s}"
              .formatted(
                  event.path("id").asText(),
                  refuses ? "REFUSED" : "ACCEPTED",
                  refuses ? "\"" + refused.get(incident) + "\"" : "null"));
    }
    return "{\"items\": [" + String.join(",", answers) + "]}";
  }

  private String open() throws Exception {
    List<String> items = new ArrayList<>();
    for (String picture : pictures.values()) {
      JsonNode node = JSON.readTree(picture);
      if (!node.path("state").asText().equals("resolved")) {
        items.add(
            "{\"id\": \"%s\", \"version\": %s}"
                .formatted(node.path("id").asText(), node.path("version")));
      }
    }
    return "{\"items\": [" + String.join(",", items) + "]}";
  }

  private String newest(JsonNode wanted) {
    List<String> items = new ArrayList<>();
    wanted.path("ids").forEach(id -> items.add(pictures.get(id.asText())));
    items.removeIf(java.util.Objects::isNull);
    return "{\"items\": [" + String.join(",", items) + "]}";
  }
}
