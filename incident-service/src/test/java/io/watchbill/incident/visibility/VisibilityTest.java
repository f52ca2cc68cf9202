package io.watchbill.incident.visibility;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.watchbill.incident.Message;
import io.watchbill.kit.access.Grant;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Where;
import io.watchbill.testkit.Metrics;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever shows something of an incident asks who may see it. */
@QuarkusTest
class VisibilityTest {
  private static final Duration COUNTED_ANEW = Duration.ofSeconds(40);
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** The sender of an alert learns which incident it made, and who opens one sees it once. */
  private static final Set<String> SHOWS_NO_INCIDENT_OF_OTHERS =
      Set.of(
          "archiveIntegration",
          "changeIntegration",
          "createIntegration",
          "createIntegrationKey",
          "dropParkedEvent",
          "examineService",
          "getCaller",
          "getIntegration",
          "ingestAlertmanager",
          "ingestAlertmanagerByPath",
          "listIntegrations",
          "listParkedEvents",
          "listSeverities",
          "listTestPages",
          "openIncident",
          "putAcknowledgementTimeout",
          "retryParkedEvent",
          "sendTestAlert",
          "sendTestPage",
          "takeEvents");

  /** Show no more than numbers. */
  private static final Set<String> COUNTS = Set.of("listSnapshotDigests", "showStatus");

  @Inject MovableTime time;

  private final Adjustable visibility = new Adjustable();
  private final String team = unique("hidden");
  private final String fingerprint = unique("f");
  private String reference;
  private String id;
  private String integration;

  /** Shows what the test says. */
  private static final class Adjustable extends Visibility {
    private VisibleIncidents visible = VisibleIncidents.ALL;

    @Override
    public VisibleIncidents to(Principal caller) {
      return visible;
    }

    @Override
    public VisibleIncidents toEverybody() {
      return visible;
    }
  }

  /** All incidents but those of one team. */
  private record AllBut(String team) implements VisibleIncidents {
    @Override
    public boolean includes(Viewable incident) {
      return !team.equals(incident.team());
    }

    @Override
    public Optional<String> condition(Where where) {
      return Optional.of("i.team <> " + where.place(team));
    }
  }

  @BeforeEach
  void anIncidentWithAllThatBelongsToOne() {
    QuarkusMock.installMockForType(visibility, Visibility.class);
    integration = integration(Map.of("team", team));
    reference = sent(integration, Message.of(unique("group")).firing(fingerprint, "low"));
    id = incident(reference).getString("id");
  }

  @Test
  void everyOperationIsHeldAgainstItsVisibility() throws IOException {
    Set<String> held = new TreeSet<>(SHOWS_NO_INCIDENT_OF_OTHERS);
    held.addAll(COUNTS);
    held.addAll(lists().keySet());
    held.addAll(lookUps().keySet());
    held.addAll(actions().keySet());

    assertThat(held).isEqualTo(operations());
  }

  @Test
  void noListShowsAHiddenIncident() {
    lists()
        .forEach(
            (operation, call) -> {
              visibility.visible = VisibleIncidents.ALL;
              assertThat(shown(call.get())).as(operation).isTrue();
              visibility.visible = new AllBut(team);
              assertThat(shown(call.get())).as(operation).isFalse();
              visibility.visible = new AllBut("another team");
              assertThat(shown(call.get())).as(operation).isTrue();
            });
  }

  @Test
  void noListOfClosedIncidentsOrInAnotherOrderShowsAHiddenOne() {
    sent(integration, Message.of(unique("later")).resolved(fingerprint));
    admin().post("/v1/incidents/" + reference + "/resolve").then().statusCode(200);
    for (String list :
        List.of(
            "/v1/incidents?state=resolved&team=" + team,
            "/v1/incidents?sort=severity&team=" + team,
            "/v1/alerts?state=resolved&integration=" + integration,
            "/v1/alerts?incident=" + reference,
            "/v1/requests?incident=" + reference)) {
      visibility.visible = VisibleIncidents.ALL;
      assertThat(shown(got(list))).as(list).isTrue();
      visibility.visible = new AllBut(team);
      assertThat(shown(got(list))).as(list).isFalse();
    }
  }

  @Test
  void noSearchFindsAHiddenIncident() {
    String title = incident(reference).getString("title");
    visibility.visible = VisibleIncidents.ALL;
    assertThat(searched(reference).statusCode()).isEqualTo(303);
    assertThat(searched(title).asString()).contains("/incidents/" + reference);

    visibility.visible = new AllBut(team);
    assertThat(searched(reference).statusCode()).isEqualTo(200);
    assertThat(searched(title).asString()).doesNotContain("/incidents/" + reference);
  }

  private static Response searched(String text) {
    return given()
        .header("Authorization", "Bearer " + TestKeys.admin())
        .header("Accept", "text/html")
        .redirects()
        .follow(false)
        .queryParam("q", text)
        .get("/search");
  }

  @Test
  void aHiddenIncidentIsNotInADigest() {
    long all = inDigests();

    visibility.visible = new AllBut(team);

    assertThat(inDigests()).isEqualTo(all - 1);
  }

  private static long inDigests() {
    return asService()
        .get("/v1/snapshots/digests?limit=500")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("items.count.sum()");
  }

  @Test
  void aHiddenIncidentIsNotFound() {
    Map<String, Supplier<Response>> calls = new TreeMap<>(lookUps());
    calls.putAll(actions());
    visibility.visible = new AllBut(team);
    calls.forEach(
        (operation, call) -> assertThat(call.get().statusCode()).as(operation).isEqualTo(404));

    visibility.visible = VisibleIncidents.ALL;
    lookUps()
        .forEach(
            (operation, call) -> assertThat(call.get().statusCode()).as(operation).isEqualTo(200));
    actions()
        .forEach(
            (operation, call) -> assertThat(call.get().statusCode()).as(operation).isIn(200, 409));
  }

  @Test
  void aReplayDoesNotNameAHiddenIncident() {
    String request = request();
    visibility.visible =
        new VisibleIncidents() {
          @Override
          public boolean includes(Viewable incident) {
            return false;
          }

          @Override
          public Optional<String> condition(Where where) {
            return Optional.empty();
          }
        };

    Response replayed = admin().post("/v1/requests/" + request + "/replay");

    assertThat(replayed.statusCode()).isEqualTo(200);
    assertThat(replayed.<List<String>>path("incidents")).isEmpty();
  }

  @Test
  void whatIsCountedForEverybodyIsWhatEverybodyMaySee() {
    visibility.visible = VisibleIncidents.NONE;

    await()
        .atMost(COUNTED_ANEW)
        .untilAsserted(
            () -> {
              assertThat(open()).isZero();
              assertThat(Metrics.sum("watchbill_threat_incidents")).isZero();
              assertThat(Metrics.sum("watchbill_threat_alerts")).isZero();
            });

    visibility.visible = VisibleIncidents.ALL;

    await()
        .atMost(COUNTED_ANEW)
        .untilAsserted(
            () -> {
              assertThat(open()).isPositive();
              assertThat(Metrics.sum("watchbill_threat_incidents")).isPositive();
              assertThat(Metrics.sum("watchbill_threat_alerts")).isPositive();
            });
  }

  @Test
  void aViewerOfOneTeamSeesTheIncidentsOfAll() {
    Viewable other = new Viewable(UUID.fromString(id), "another team");

    for (String right : List.of(Rights.VIEWER, Rights.RESPONDER, Rights.LEGAL, Rights.SERVICE)) {
      VisibleIncidents visible = new Visibility().to(caller(right));
      assertThat(visible.includes(other)).as(right).isTrue();
      assertThat(visible.condition(new Where())).as(right).isEmpty();
    }
    VisibleIncidents ofSender = new Visibility().to(caller(Rights.INTEGRATION));
    assertThat(ofSender.includes(other)).isFalse();
    assertThat(ofSender.condition(new Where())).contains("FALSE");
  }

  private static Principal caller(String right) {
    return new Principal(
        Principal.Kind.PERSON, "ann", List.of(new Grant(right, Optional.of("a team"))));
  }

  private static int open() {
    return given()
        .accept("application/json")
        .get("/status")
        .then()
        .extract()
        .path("openIncidents.collect { it.value }.sum()");
  }

  private boolean shown(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    String body = answer.asString();
    return body.contains("\"" + reference + "\"")
        || body.contains(id)
        || body.contains(fingerprint);
  }

  private Map<String, Supplier<Response>> lists() {
    UUID before = UUID.fromString(id);
    String after = new UUID(before.getMostSignificantBits() - 1, 0).toString();
    return new TreeMap<>(
        Map.of(
            "listIncidents", () -> got("/v1/incidents?team=" + team),
            "listAlerts", () -> got("/v1/alerts?integration=" + integration),
            "listRequests", () -> got("/v1/requests?integration=" + integration),
            "listSnapshotVersions",
                () -> asService().get("/v1/snapshots?after=" + after + "&through=" + id),
            "readSnapshots",
                () -> asService().body(Map.of("ids", List.of(id))).post("/v1/snapshots")));
  }

  private Map<String, Supplier<Response>> lookUps() {
    String request = request();
    return Map.of(
        "getIncident", () -> got("/v1/incidents/" + reference),
        "readTimeline", () -> got("/v1/incidents/" + id + "/timeline"),
        "listSimilarIncidents", () -> got("/v1/incidents/" + id + "/similar"),
        "getRequest", () -> got("/v1/requests/" + request),
        "replayRequest", () -> admin().post("/v1/requests/" + request + "/replay"));
  }

  private Map<String, Supplier<Response>> actions() {
    Map<String, String> because = Map.of("reason", "a test");
    Map<String, String> silence =
        Map.of("reason", "a test", "until", time.now().plus(Duration.ofDays(1)).toString());
    Map<String, Supplier<Response>> actions = new TreeMap<>();
    actions.put("acknowledgeIncident", action("acknowledge", Map.of()));
    actions.put("assignIncident", action("assign", Map.of("policy", "p", "reason", "a test")));
    actions.put("changeSeverity", action("severity", Map.of("severity", "P1", "reason", "x")));
    actions.put("changeTags", action("tags", Map.of("tags", List.of("vpn"))));
    actions.put("commentIncident", action("comment", Map.of("text", "a test")));
    actions.put("holdIncident", action("hold", because));
    actions.put("muteIncident", action("mute", silence));
    actions.put("releaseIncident", action("release", because));
    actions.put("reopenIncident", action("reopen", Map.of()));
    actions.put("resolveIncident", action("resolve", Map.of()));
    actions.put("snoozeIncident", action("snooze", silence));
    actions.put("unacknowledgeIncident", action("unacknowledge", Map.of()));
    actions.put("unmuteIncident", action("unmute", Map.of()));
    return actions;
  }

  private Supplier<Response> action(String action, Map<String, ?> body) {
    return () -> admin().body(body).post("/v1/incidents/" + reference + "/" + action);
  }

  private String request() {
    return admin().get("/v1/requests?integration=" + integration).path("items[0].id");
  }

  private static io.restassured.specification.RequestSpecification asService() {
    return as(TestKeys.service());
  }

  private static Response got(String path) {
    return admin().get(path);
  }

  private static Set<String> operations() throws IOException {
    String served = given().get("/q/openapi?format=yaml").asString();
    Set<String> operations = new TreeSet<>();
    for (JsonNode path : new YAMLMapper().readTree(served).path("paths")) {
      path.properties().stream()
          .filter(method -> METHODS.contains(method.getKey()))
          .forEach(method -> operations.add(method.getValue().path("operationId").asText()));
    }
    return operations;
  }
}
