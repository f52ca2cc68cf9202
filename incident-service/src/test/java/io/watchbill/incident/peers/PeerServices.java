package io.watchbill.incident.peers;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Access to the fake peer services, for tests. */
public final class PeerServices {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PeerServices() {}

  /** The snapshots that the escalation-service was sent of an incident, in their order. */
  public static List<Map<String, Object>> snapshots(String incidentId) {
    return given()
        .get(url() + "/fake/events")
        .jsonPath()
        .getList("findAll { it.data.id == '" + incidentId + "' }.data");
  }

  /** All events that the escalation-service was sent. */
  public static List<JsonNode> events() {
    List<JsonNode> events = new ArrayList<>();
    try {
      JSON.readTree(given().get(url() + "/fake/events").asString()).forEach(events::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  public static void keysGoDown() {
    given().get(url() + "/fake/down");
  }

  public static void keysComeBack() {
    given().get(url() + "/fake/up");
  }

  private static String url() {
    return System.getProperty("watchbill.test.fake-peers");
  }
}
