package io.watchbill.rotation.check;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.testkit.ServerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Beside an escalation-service that knows how alice and perhaps bob are reached, and knows no
 * notices.
 */
@QuarkusTest
@TestProfile(NeighbourTest.BesideANeighbour.class)
class NeighbourTest {
  /** No random one: the profile is made in a class of another loader. */
  private static final String NEEDED = "needed-by-night";

  /** Starts the neighbour. */
  public static class BesideANeighbour implements QuarkusTestProfile {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/contact-methods/alice", e -> answer(e, items(verified())));
        server.createContext("/v1/contact-methods/bob", e -> answer(e, items(item("mail"))));
        server.createContext("/v1/contact-methods/", e -> answer(e, items()));
        server.createContext("/v1/policies", e -> answer(e, items(policy())));
        server.createContext("/v1/events", BesideANeighbour::takeEvents);
        server.start();
        return Map.of(
            "watchbill.neighbours.escalation.url",
            "http://localhost:" + server.getAddress().getPort());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void takeEvents(HttpExchange exchange) throws IOException {
      ArrayNode answers = JSON.createArrayNode();
      for (JsonNode event : JSON.readTree(exchange.getRequestBody())) {
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

    private static ObjectNode items(ObjectNode... items) {
      ObjectNode body = JSON.createObjectNode();
      ArrayNode list = body.putArray("items");
      for (ObjectNode item : items) {
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
  void whoHasNoVerifiedContactMethodIsFound() {
    String id = unique("security");
    rotation(
        id, standing("primary", "alice"), standing("secondary", "bob"), standing("lead", "carol"));

    viewer()
        .get("/v1/rotations/" + id + "/checks?days=10")
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
        .body("type", equalTo("urn:watchbill:still-needed"))
        .body("errors.pointer", contains("/v1/policies/night"));
    admin().delete("/v1/rotations/" + other).then().statusCode(204);
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

    await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
  }

  private static int waiting() throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM rotation.outbox")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
