package io.watchbill.incident.intake;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.watchbill.incident.Message;
import io.watchbill.incident.peers.FakePeers;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakePeers.class)
class AlertmanagerIntakeTest {

  @Test
  void aFiringGroupOpensOneIncident() {
    String integration = integration();

    String reference =
        sent(
            integration,
            Message.of("SSH").firing("a1", "warning").firing("a2", "critical", "ransomware,vpn"));

    JsonPath incident = incident(reference);
    assertThat(reference).matches("INC-[0-9]+");
    assertThat(incident.getString("state")).isEqualTo("triggered");
    assertThat(incident.getString("severity")).isEqualTo("P0");
    assertThat(incident.getString("team")).isEqualTo("security");
    assertThat(incident.getString("integration")).isEqualTo(integration);
    assertThat(incident.getString("title")).isEqualTo("SSH");
    assertThat(incident.getList("tags")).containsExactly("ransomware", "vpn");
    assertThat(incident.getInt("round")).isEqualTo(1);
    assertThat(incident.getInt("version")).isEqualTo(1);
    assertThat(incident.getString("clocks.acknowledge.status")).isEqualTo("running");
    assertThat(incident.getString("link")).endsWith("/v1/incidents/" + reference);
    assertThat(kinds(reference)).containsExactly("triggered");
  }

  @Test
  void theReceiptCountsWhatBecameOfEachAlert() {
    String integration = integration();
    sent(integration, Message.of("G").firing("a", "warning").firing("b", "warning"));

    send(
            integration,
            Message.of("G")
                .firing("a", "warning")
                .resolved("b")
                .firing("c", "warning")
                .resolved("x")
                .json())
        .statusCode(200)
        .body("alerts.received", equalTo(4))
        .body("alerts.refreshed", equalTo(1))
        .body("alerts.resolved", equalTo(1))
        .body("alerts.added", equalTo(1))
        .body("alerts.ignored", equalTo(1))
        .body("incidents", hasSize(1));
  }

  @Test
  void aKeyInThePathServesSendersThatCannotSetHeaders() {
    String integration = integration();

    given()
        .contentType(ContentType.JSON)
        .body(Message.of("P").firing("p", "high").json())
        .post("/v1/ingest/alertmanager/" + TestKeys.integration(integration))
        .then()
        .statusCode(200)
        .body("incidents", hasSize(1));
  }

  @Test
  void repeatsChangeNothing() {
    String integration = integration();
    String first = sent(integration, Message.of("R").firing("r", "high"));

    String second = sent(integration, Message.of("R").firing("r", "high"));

    assertThat(second).isEqualTo(first);
    assertThat(incident(first).getInt("version")).isEqualTo(1);
    assertThat(kinds(first)).containsExactly("triggered");
  }

  @Test
  void aRefreshUpdatesTheContentOfAnAlert() {
    String integration = integration();
    String message = Message.of("R").firing("r", "high").json();
    send(integration, message).statusCode(200);

    send(
            integration,
            message
                .replace("r is bad", "r is worse")
                .replace("2026-03-01T10:00:00.123456789Z", "2026-03-01T10:05:00Z"))
        .statusCode(200);

    admin()
        .get("/v1/alerts?integration=" + integration)
        .then()
        .body("items", hasSize(1))
        .body("items[0].annotations.summary", equalTo("r is worse"))
        .body("items[0].startsAt", equalTo("2026-03-01T10:05:00Z"))
        .body("items[0].state", equalTo("firing"));
  }

  @Test
  void firingAfterResolvedIsANewEpisodeEvenWithTheSameStart() {
    String integration = integration();
    String first = sent(integration, Message.of("E").firing("e", "high"));
    sent(integration, Message.of("E").resolved("e"));

    String second = sent(integration, Message.of("E").firing("e", "high"));

    assertThat(second).isNotEqualTo(first);
    admin()
        .get("/v1/alerts?fingerprint=e&integration=" + integration)
        .then()
        .body("items.state", equalTo(List.of("firing", "resolved")));
  }

  @Test
  void aResolvedMessageOfAnEarlierEpisodeThatComesLateClosesNothing() {
    String integration = integration();
    String late = Message.of("L").resolved("l").json();
    send(
            integration,
            Message.of("L").firing("l", "high").json().replace("2026-03-01T10", "2026-03-05T10"))
        .statusCode(200);

    send(integration, late).statusCode(200).body("alerts.ignored", equalTo(1));

    admin()
        .get("/v1/alerts?state=firing&integration=" + integration)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void theIntegrationsOwnWordsForSeveritiesHold() {
    String integration =
        integration(Map.of("severities", Map.of("sev-2", "P1"), "defaultSeverity", "P3"));

    assertThat(severity(integration, "A", "SEV-2")).isEqualTo("P1");
    assertThat(severity(integration, "B", "gibberish")).isEqualTo("P3");
    assertThat(severity(integration, "C", "critical")).isEqualTo("P0");
  }

  private static String severity(String integration, String group, String word) {
    return incident(sent(integration, Message.of(group).firing(group, word))).getString("severity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "{\"alerts\":[", "[]", "{}", "\"\\u0000\""})
  void anUnreadableBodyIsRefusedStoredAndTheTeamNotified(String body) {
    String integration = integration();

    send(integration, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.html#message-refused"));

    JsonPath log =
        admin().get("/v1/requests?integration=" + integration).then().extract().jsonPath();
    assertThat(log.getList("items.outcome")).containsExactly("refused");
    assertThat(incident(log.getString("items[0].incident")).getString("title"))
        .isEqualTo("Message refused: Alertmanager");
  }

  @Test
  void refusedMessagesHaveOneOpenIncidentAtATime() {
    String integration = integration();
    send(integration, "nonsense").statusCode(400);
    send(integration, "more nonsense").statusCode(400);
    String only = onlyIncident(integration);
    assertThat(incident(only).getInt("version")).isEqualTo(1);

    act(only, "resolve");
    send(integration, "nonsense again").statusCode(400);

    admin()
        .get("/v1/incidents?integration=" + integration)
        .then()
        .body("items.state", equalTo(List.of("triggered", "resolved")));
  }

  private static String onlyIncident(String integration) {
    return admin()
        .get("/v1/incidents?integration=" + integration)
        .then()
        .body("items", hasSize(1))
        .extract()
        .path("items[0].reference");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 33})
  void anOversizedBodyIsStoredCutAndTheTeamNotified(int mebibytes) {
    String integration = integration();
    String body = "{\"alerts\":[" + " ".repeat(mebibytes * 1024 * 1024) + "]}";

    send(integration, body).statusCode(413).body("detail", containsString("4194304"));

    admin()
        .get("/v1/requests?integration=" + integration)
        .then()
        .body("items[0].outcome", equalTo("oversized"))
        .body("items[0].cut", equalTo(true))
        .body("items[0].size", equalTo(body.length()));
    assertThat(incident(onlyIncident(integration)).getString("title"))
        .startsWith("Message refused");
  }

  @Test
  void aBodyOfExactlyTheLimitIsTaken() {
    String integration = integration();
    String message = Message.of("X").firing("x", "high").json();
    String body = message + " ".repeat(4 * 1024 * 1024 - message.length());

    send(integration, body).statusCode(200);
  }

  @Test
  void hostileTextsAreCleanedFlaggedAndStillPage() {
    String integration = integration();
    String huge = "A".repeat(1024 * 1024);
    String body =
        """
        {"groupKey":"g\\u0000'; DROP TABLE alert; --","alerts":[
          {"status":"firing","fingerprint":"h1","startsAt":"+999999999-01-01T00:00:00Z",
           "labels":{"alertname":"<script>alert(1)</script>\\u0000\\u0007","huge":"%s"},
           "annotations":{"summary":"'); DROP TABLE incident; --"}},
          {"status":"firing","fingerprint":"h2","labels":{"alertname":"fine"},
           "startsAt":"2026-03-01T10:00:00Z"}]}
        """
            .formatted(huge);

    send(integration, body).statusCode(200).body("alerts.cleaned", equalTo(1));

    admin()
        .get("/v1/alerts?fingerprint=h1&integration=" + integration)
        .then()
        .body("items[0].name", equalTo("<script>alert(1)</script>\uFFFD"))
        .body("items[0].labels.huge.length()", equalTo(4097))
        .body(
            "items[0].flags",
            containsInAnyOrder(
                "control-characters-replaced", "nul-removed", "startsAt-made-up", "trimmed"));
    admin()
        .get("/v1/alerts?fingerprint=h2&integration=" + integration)
        .then()
        .body("items[0].flags", hasSize(0));
    assertThat(incident(onlyIncident(integration)).getString("title"))
        .isEqualTo("'); DROP TABLE incident; --");
  }

  @Test
  void thousandsOfAlertsInOneRequestAreOneIncident() {
    String integration = integration();
    Message message = Message.of("Many");
    for (int i = 0; i < 5000; i++) {
      message.firing("f%05d".formatted(i), "warning");
    }

    taken(integration, message).body("alerts.added", equalTo(5000));
    taken(integration, message).body("alerts.refreshed", equalTo(5000));

    assertThat(kinds(onlyIncident(integration))).containsExactly("triggered");
  }

  /** Sends until it is stored, as Alertmanager does after a 503. */
  private static ValidatableResponse taken(String integration, Message message) {
    return await()
        .until(
            () -> send(integration, message.json()), answer -> answer.extract().statusCode() != 503)
        .statusCode(200);
  }

  @Test
  void anEmptyMessageIsStoredAndDoesNothing() {
    String integration = integration();

    send(integration, "{\"alerts\":[]}").statusCode(200).body("incidents", hasSize(0));
    send(integration, Message.of("N").resolved("never-seen").json())
        .statusCode(200)
        .body("alerts.ignored", equalTo(1));

    admin().get("/v1/requests?integration=" + integration).then().body("items", hasSize(2));
  }

  @Test
  void onlyTheIntegrationsOwnKeyOpensTheDoor() {
    String body = Message.of("K").firing("k", "high").json();

    given().body(body).post("/v1/ingest/alertmanager").then().statusCode(401);
    as("A".repeat(32)).body(body).post("/v1/ingest/alertmanager").then().statusCode(401);
    given().body(body).post("/v1/ingest/alertmanager/" + "A".repeat(32)).then().statusCode(401);
    given().body(body).post("/v1/ingest/alertmanager/short").then().statusCode(401);
    as(TestKeys.admin()).body(body).post("/v1/ingest/alertmanager").then().statusCode(403);
    as(TestKeys.viewer()).body(body).post("/v1/ingest/alertmanager").then().statusCode(403);
  }

  @Test
  void aKeyOfAnIntegrationThatDoesNotExistIsForbidden() {
    as(TestKeys.integration(unique("ghost")))
        .body(Message.of("K").firing("k", "high").json())
        .post("/v1/ingest/alertmanager")
        .then()
        .statusCode(403);
  }

  @Test
  void anIntegrationsKeyOpensNothingElse() {
    String key = TestKeys.integration(integration());

    as(key).get("/v1/incidents").then().statusCode(403);
    as(key).get("/v1/requests").then().statusCode(403);
  }

  @Test
  void anAlertMayBelongToSeveralGroups() {
    String integration = integration();
    String one = sent(integration, Message.of("G1").firing("shared", "high"));
    String other = sent(integration, Message.of("G2").firing("shared", "high"));
    assertThat(other).isNotEqualTo(one);

    send(integration, Message.of("G1").resolved("shared").json())
        .statusCode(200)
        .body("incidents", containsInAnyOrder(one, other));

    assertThat(incident(one).getString("state")).isEqualTo("resolved");
    assertThat(incident(other).getString("state")).isEqualTo("resolved");
    admin().get("/v1/alerts?incident=" + other).then().body("items.fingerprint", hasItem("shared"));
  }

  @Test
  void whatCannotBeStoredNowIsAnswered503AndLeavesNoTrace() throws SQLException {
    String integration = integration();
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE incident.incoming_request IN ACCESS EXCLUSIVE MODE");

      send(integration, Message.of("D").firing("d", "high").json())
          .statusCode(503)
          .header("Retry-After", "2")
          .contentType("application/problem+json");

      connection.rollback();
    }
    admin().get("/v1/alerts?integration=" + integration).then().body("items", hasSize(0));
    assertThat(sent(integration, Message.of("D").firing("d", "high"))).isNotNull();
  }

  @Test
  void requestsAndAlertsAreCounted() {
    sent(integration(), Message.of("M").firing("m", "high"));

    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("watchbill_intake_alerts_total{outcome=\"new\"}"))
        .body(containsString("watchbill_intake_requests_total{outcome=\"accepted\"}"));
  }
}
