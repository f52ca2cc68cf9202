package io.watchbill.rotation.coverage;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs beside an escalation service that knows the contact methods of alice and perhaps bob, and
 * takes no notices.
 */
@QuarkusTest
@TestProfile(PeerTest.BesideAPeer.class)
class PeerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Not a random port: the profile is created in a class of another loader. */
  private static final String NEEDED = "needed-by-night";

  private static final String SILENT = "silent";
  private static final String NOT_CHECKED = "Watchbill-Not-Checked";
  private static final String OF_OLD = "of-old";

  @Inject MovableTime time;

  @ConfigProperty(name = "watchbill.peers.escalation.url")
  String peer;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  /** Starts the peer service. */
  public static class BesideAPeer implements QuarkusTestProfile {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<JsonNode> notices = new CopyOnWriteArrayList<>();
        Set<String> reached = ConcurrentHashMap.newKeySet();
        reached.add("alice");
        server.createContext("/v1/contact-methods/", e -> contacts(e, reached));
        server.createContext("/v1/policies", BesideAPeer::policies);
        server.createContext("/v1/integrations/", BesideAPeer::integrations);
        server.createContext("/v1/events", e -> takeEvents(e, notices));
        server.createContext("/notices", e -> answer(e, items(once(notices))));
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("watchbill.peers.escalation.url", url, "watchbill.peers.incident.url", url);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** For the tests: PUT gives somebody a verified contact method, DELETE removes it. */
    private static void contacts(HttpExchange exchange, Set<String> reached) throws IOException {
      String person = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
      switch (exchange.getRequestMethod()) {
        case "PUT" -> reached.add(person);
        case "DELETE" -> reached.remove(person);
        default -> {}
      }
      JsonNode[] methods =
          reached.contains(person)
              ? new JsonNode[] {verified()}
              : person.equals("bob") ? new JsonNode[] {item("mail")} : new JsonNode[0];
      answer(exchange, items(methods));
    }

    /** Returns the policies that name a rotation; of one rotation, like an older version, all. */
    private static void policies(HttpExchange exchange) throws IOException {
      String query = exchange.getRequestURI().getQuery();
      boolean all = query.contains("rotation=" + OF_OLD);
      boolean needed = query.contains("rotation=" + NEEDED + "&");
      if (query.contains("rotation=" + SILENT)) {
        exchange.sendResponseHeaders(500, -1);
        exchange.close();
      } else {
        answer(exchange, all || needed ? items(policy()) : items());
      }
    }

    /** All but the one of which it is said that it does not exist, or nothing. */
    private static void integrations(HttpExchange exchange) throws IOException {
      String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
      if (id.equals("prometheus")) {
        answer(exchange, item(id));
      } else {
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(id.equals(SILENT) ? 503 : 404, -1);
        exchange.close();
      }
    }

    private static void takeEvents(HttpExchange exchange, List<JsonNode> notices)
        throws IOException {
      ArrayNode answers = JSON.createArrayNode();
      for (JsonNode event : JSON.readTree(exchange.getRequestBody())) {
        notices.add(event);
        boolean known = event.path("type").asText().equals("rotation.changed");
        answers
            .addObject()
            .put("id", event.path("id").asText())
            .put("status", known ? "ACCEPTED" : "INVALID")
            .put("detail", known ? null : "nobody here takes events of this type");
      }
      ObjectNode body = JSON.createObjectNode();
      body.set("items", answers);
      answer(exchange, body);
    }

    /** An event that was answered too late comes again. */
    private static JsonNode[] once(List<JsonNode> events) {
      Map<String, JsonNode> byId = new LinkedHashMap<>();
      events.forEach(event -> byId.putIfAbsent(event.path("id").asText(), event.path("data")));
      return byId.values().toArray(JsonNode[]::new);
    }

    private static ObjectNode policy() {
      ObjectNode policy = JSON.createObjectNode().put("id", "night");
      policy.putArray("steps").addObject().putArray("notify").addObject().put("rotation", NEEDED);
      return policy;
    }

    private static ObjectNode item(String id) {
      return JSON.createObjectNode().put("id", id).put("kind", "email");
    }

    private static ObjectNode verified() {
      return item("hook").put("verifiedAt", "2026-03-02T09:03:12Z");
    }

    private static ObjectNode items(JsonNode... items) {
      ObjectNode body = JSON.createObjectNode();
      ArrayNode list = body.putArray("items");
      for (JsonNode item : items) {
        list.add(item);
      }
      return body;
    }

    private static void answer(HttpExchange exchange, ObjectNode body) throws IOException {
      byte[] text = JSON.writeValueAsBytes(body);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
      exchange.close();
    }
  }

  @Test
  void peopleWithoutAVerifiedContactMethodAreFound() {
    String id = unique("security");
    rotation(
        id, standing("primary", "alice"), standing("secondary", "bob"), standing("lead", "carol"));

    viewer()
        .get("/v1/rotations/" + id + "/coverage?days=10")
        .then()
        .statusCode(200)
        .body("findings.findAll { it.kind == 'no-contact' }.person", contains("bob", "carol"))
        .body("contactUnknown", empty())
        .body("score.parts.find { it.name == 'reachable' }.value", equalTo(33));
  }

  @Test
  void aRotationThatAPolicyNamesIsNotArchived() {
    rotation(NEEDED, standing("primary", "alice"));
    String other = unique("other");
    rotation(other, standing("primary", "alice"));

    admin()
        .delete("/v1/rotations/" + NEEDED)
        .then()
        .statusCode(409)
        .body("type", equalTo("/errors.html#still-needed"))
        .body("errors.pointer", contains("/v1/policies/night"));
    admin().delete("/v1/rotations/" + other).then().statusCode(204);
    viewer()
        .get("/v1/rotations/" + other)
        .then()
        .body("archivedAt", notNullValue())
        .body("archivedUnchecked", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {SILENT, OF_OLD})
  void aRotationOfWhichNobodySaysWhichPoliciesNameItIsNotArchivedUnlessThatIsWanted(String kind) {
    String id = unique(kind);
    rotation(id, standing("primary", "alice"));

    admin()
        .delete("/v1/rotations/" + id)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.html#policies-unknown"))
        .body("detail", containsString("?unchecked=true"));
    viewer().get("/v1/rotations/" + id).then().body("archivedAt", nullValue());

    admin().delete("/v1/rotations/" + id + "?unchecked=true").then().statusCode(204);
    viewer()
        .get("/v1/rotations/" + id)
        .then()
        .body("archivedAt", notNullValue())
        .body("archivedBy", not(emptyOrNullString()))
        .body("archivedUnchecked", equalTo(true));
  }

  @Test
  void aNoticeThatNobodyTakesIsNeitherParkedNorSentForEver() throws Exception {
    String id = unique("security");
    rotation(id, weekly("primary", "2026-01-05T09:00", "alice bob"));
    admin()
        .body(body(weekly("primary", "2026-01-05T09:00", "dave carol")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    await().atMost(PATIENCE).until(() -> waiting(id) == 0);
  }

  private static int waiting(String rotation) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM rotation.outbox"
                    + " WHERE subject = ? OR payload->>'rotation' = ?")) {
      statement.setString(1, rotation);
      statement.setString(2, rotation);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  @Test
  void theLeadIsNotifiedOfAnUnreachablePersonOnceAndAgainWhenItComesBack() {
    String id = unique("security");
    String zed = unique("zed").substring(0, 20);
    people(zed);
    rotation(id, standing("primary", zed), standing("lead", "alice"));
    await().atMost(PATIENCE).until(() -> notices(id).size() == 1);
    time.advance(Duration.ofDays(1));
    Instant tomorrow = time.now();
    await().atMost(PATIENCE).until(() -> NotifiedMemory.isOf(id, "no-contact " + zed, tomorrow));
    assertThat(notices(id))
        .singleElement()
        .asString()
        .startsWith("In Security " + zed.toUpperCase(Locale.ROOT));
    given().put(peer + "/v1/contact-methods/" + zed).then().statusCode(200);
    time.advance(Duration.ofDays(1));
    await().atMost(PATIENCE).until(() -> !NotifiedMemory.holds(id, "no-contact " + zed));
    given().delete(peer + "/v1/contact-methods/" + zed).then().statusCode(200);

    time.advance(Duration.ofDays(1));

    await().atMost(PATIENCE).until(() -> notices(id).size() == 2);
  }

  /** Returns the titles of the lead's notices about contact methods. */
  private List<String> notices(String rotation) {
    return given()
        .get(peer + "/notices")
        .then()
        .extract()
        .jsonPath()
        .getList(
            "items.findAll { it.kind == 'no-contact-ahead' && it.rotation == '"
                + rotation
                + "' }.title");
  }

  @Test
  void aKeyOfAnIntegrationIsForOneThatExistsAsFarAsThatIsKnown() {
    integrationKey("prometheus").statusCode(201).header(NOT_CHECKED, nullValue());
    integrationKey("no-such-one").statusCode(400).body("errors[0].pointer", equalTo("/principal"));
    integrationKey(SILENT).statusCode(201).header(NOT_CHECKED, "integration " + SILENT);
  }

  private static ValidatableResponse integrationKey(String id) {
    return admin()
        .body(Map.of("kind", "integration", "principal", id, "scopes", List.of("ingest")))
        .post("/v1/keys")
        .then();
  }
}
