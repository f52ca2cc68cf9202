package io.watchbill.escalation.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchbill.testkit.ServerUnderTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** The incident-service of the tests: takes events, answers which incidents are open. */
public final class FakeIncidents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static FakeIncidents running;

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private final Set<String> notUnderstood = ConcurrentHashMap.newKeySet();
  private final Map<String, String> snapshots = new ConcurrentHashMap<>();
  private final List<String> listed = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private volatile boolean inOneRange;

  private FakeIncidents(int port) {
    new FakeServer(port, this::answer);
  }

  public static synchronized FakeIncidents running() {
    if (running == null) {
      String url =
          ConfigProvider.getConfig().getValue("watchbill.peers.incident.url", String.class);
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

  /** Answers that acknowledgements of an incident are none. */
  public void doesNotUnderstand(String incident) {
    notUnderstood.add(incident);
  }

  /** Lists all that is open as of one range from now on, or no more. */
  public void inOneRange(boolean all) {
    inOneRange = all;
  }

  /** Stores a snapshot to be fetched. */
  public void has(String incident, String snapshot) {
    snapshots.put(incident, snapshot);
  }

  /** Forgets what it had of incidents, as if there had never been such. */
  public void forget(Collection<String> all) {
    all.forEach(snapshots::remove);
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
      case "GET /v1/snapshots" -> open(request.query());
      case "GET /v1/snapshots/digests" -> new FakeServer.Answer(200, digests());
      case "POST /v1/snapshots" ->
          new FakeServer.Answer(200, newest(JSON.readTree(request.body())));
      default -> new FakeServer.Answer(404, "{}");
    };
  }

  private String take(JsonNode batch) {
    List<String> answers = new ArrayList<>();
    for (JsonNode event : batch) {
      events.add(event);
      String incident = event.path("data").path("incident").asText();
      String answer = answer(event.path("type").asText(), incident);
      answers.add(
          "{\"id\": \"%s\", \"status\": \"%s\", \"detail\": %s}"
              .formatted(
                  event.path("id").asText(),
                  answer,
                  answer.equals("REFUSED") ? "\"" + refused.get(incident) + "\"" : "null"));
    }
    return "{\"items\": [" + String.join(",", answers) + "]}";
  }

  private String answer(String type, String incident) {
    if (!type.equals("page.acknowledged")) {
      return "ACCEPTED";
    }
    if (notUnderstood.contains(incident)) {
      return "INVALID";
    }
    return refused.containsKey(incident) ? "REFUSED" : "ACCEPTED";
  }

  /** How often the incidents of a range were listed that ends with this one. */
  public long listedThrough(String incident) {
    return listed.stream().filter(query -> query.contains("through=" + incident)).count();
  }

  /** Page by page; the cursor is the last id of the page before. */
  private FakeServer.Answer open(String query) throws Exception {
    listed.add(query);
    String after =
        query.contains("cursor=") ? parameter(query, "cursor") : parameter(query, "after");
    int limit = Integer.parseInt(parameter(query, "limit"));
    List<String> items = new ArrayList<>();
    String last = "";
    for (JsonNode node : open()) {
      String id = node.path("id").asText();
      if (id.compareTo(after) > 0 && id.compareTo(parameter(query, "through")) <= 0) {
        if (items.size() == limit) {
          String next = "</v1/snapshots?cursor=" + last + ">; rel=\"next\"";
          return new FakeServer.Answer(
              200, Map.of("Content-Type", "application/json", "Link", next), items(items));
        }
        items.add("{\"id\": \"%s\", \"version\": %s}".formatted(id, node.path("version")));
        last = id;
      }
    }
    return new FakeServer.Answer(200, items(items));
  }

  private static String items(List<String> items) {
    return "{\"items\": [" + String.join(",", items) + "]}";
  }

  /** A range for each incident alone, and one for all between it and the one before. */
  private String digests() throws Exception {
    List<String> items = new ArrayList<>();
    if (inOneRange) {
      items.add(
          "{\"through\": \"%s\", \"count\": 1, \"digest\": \"1\"}".formatted(new UUID(-1, -2)));
    }
    for (JsonNode node : inOneRange ? List.<JsonNode>of() : open()) {
      UUID id = UUID.fromString(node.path("id").asText());
      UUID before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
      items.add("{\"through\": \"%s\", \"count\": 0, \"digest\": \"0\"}".formatted(before));
      items.add(
          "{\"through\": \"%s\", \"count\": 1, \"digest\": \"%s\"}"
              .formatted(id, digest(id, node.path("version").asLong())));
    }
    return "{\"items\": [" + String.join(",", items) + "]}";
  }

  private static String digest(UUID id, long version) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT uuid_hash_extended(?, ?)::text")) {
      statement.setObject(1, id);
      statement.setLong(2, version);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** By their ids, whose texts are in the same order. */
  private List<JsonNode> open() throws Exception {
    List<JsonNode> open = new ArrayList<>();
    for (String snapshot : new TreeMap<>(snapshots).values()) {
      JsonNode node = JSON.readTree(snapshot);
      if (!node.path("state").asText().equals("resolved")) {
        open.add(node);
      }
    }
    return open;
  }

  private static String parameter(String query, String name) {
    for (String parameter : query.split("&")) {
      if (parameter.startsWith(name + "=")) {
        return parameter.substring(name.length() + 1);
      }
    }
    throw new IllegalArgumentException(name + " is not in " + query);
  }

  private String newest(JsonNode wanted) {
    List<String> items = new ArrayList<>();
    wanted.path("ids").forEach(id -> items.add(snapshots.get(id.asText())));
    items.removeIf(java.util.Objects::isNull);
    return "{\"items\": [" + String.join(",", items) + "]}";
  }
}
