package io.watchbill.incident.snapshot;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import io.watchbill.incident.peers.PeerServices;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The snapshots that the escalation-service gets. */
@QuarkusTest
class SnapshotsTest {

  @Test
  void theWholeSnapshotIsSentAfterTheTrigger() {
    String integration = integration(Map.of("policy", "night"));
    String reference = sent(integration, Message.of("G").firing("a", "high", "ransomware"));
    String id = incident(reference).getString("id");

    Map<String, Object> snapshot = newest(id, 1);

    assertThat(snapshot)
        .containsEntry("version", 1)
        .containsEntry("round", 1)
        .containsEntry("reference", reference)
        .containsEntry("title", "G")
        .containsEntry("severity", "P1")
        .containsEntry("tags", List.of("ransomware"))
        .containsEntry("restricted", false)
        .containsEntry("state", "triggered")
        .containsEntry("team", "security")
        .containsEntry("policy", "night")
        .containsEntry("acknowledgedBy", null)
        .containsEntry("commander", null)
        .containsEntry("mutedUntil", null)
        .containsEntry("sla", Map.of("acknowledge", "PT15M"))
        .containsKeys("anchors", "link", "type");
    assertThat(((Map<?, ?>) snapshot.get("anchors")).keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder("triggered", "acknowledged", "lastUpdate", "severityChange");
  }

  @Test
  void aSnapshotSaysWhenItsAlertsBeganAsTheirSenderSays() {
    String reference = sent(integration(), Message.of("G").firing("a", "high"));
    String id = incident(reference).getString("id");

    assertThat(newest(id, 1)).containsEntry("began", "2026-03-01T10:00:00.123456Z");
  }

  @Test
  void whatSomebodyOpenedBeganThen() {
    var opened = incident(opened("P1"));

    assertThat(newest(opened.getString("id"), 1))
        .containsEntry("began", opened.getString("createdAt"));
  }

  @Test
  void everyChangeThatMattersIsSentAndRepeatsAreNot() {
    String integration = integration();
    String reference = sent(integration, Message.of("G").firing("a", "high"));
    String id = incident(reference).getString("id");
    newest(id, 1);
    act(reference, "acknowledge");
    assertThat(newest(id, 2))
        .containsEntry("state", "acknowledged")
        .containsEntry("acknowledgedBy", "admin");

    sent(integration, Message.of("G").firing("a", "high"));
    sent(integration, Message.of("G").firing("a", "high").firing("b", "high"));
    act(reference, "resolve");

    assertThat(newest(id, 3)).containsEntry("state", "resolved");
    assertThat(PeerServices.snapshots(id)).extracting(p -> p.get("version")).doesNotContain(4);
  }

  @Test
  void openIncidentsAreComparedByVersionPageByPage() {
    String one = incident(opened("P1")).getString("id");
    String resolved = opened("P1");
    act(resolved, "resolve");

    as(TestKeys.service())
        .get("/v1/snapshots?limit=500&after={before}", before(UUID.fromString(one)))
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + one + "' }.version", equalTo(1))
        .body("items.id", not(hasItem(incident(resolved).getString("id"))));
    assertThat(as(TestKeys.service()).get("/v1/snapshots?limit=1").header("Link")).contains("next");
  }

  @Test
  void openIncidentsOfARangeOfIdsAreListedByThemselves() {
    UUID id = UUID.fromString(incident(opened("P1")).getString("id"));

    as(TestKeys.service())
        .get("/v1/snapshots?after={before}&through={id}", before(id), id)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id.toString())));
  }

  @Test
  void aBoundOfARangeIsAnId() {
    as(TestKeys.service())
        .get("/v1/snapshots?after=x")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("after"));
  }

  @Test
  void theDigestOfARangeIsThatOfItsOpenIncidentsAndTheirVersions() {
    UUID id = UUID.fromString(incident(opened("P1")).getString("id"));
    act(id.toString(), "acknowledge");

    await().untilAsserted(() -> assertThat(together(digests())).isEqualTo(digestBySql()));
  }

  @Test
  void theDigestOfARangeDiffersWhenAVersionDoes() {
    UUID id = UUID.fromString(incident(opened("P1")).getString("id"));
    List<String> before = digests();

    act(id.toString(), "acknowledge");

    assertThat(digests()).isNotEqualTo(before);
  }

  private static List<String> digests() {
    return as(TestKeys.service())
        .get("/v1/snapshots/digests?limit=500")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.collect { it.through + ' ' + it.count + ' ' + it.digest }");
  }

  /** The last id, how many, and the digest of all ranges. */
  private static String together(List<String> ranges) {
    long count = 0;
    long digest = 0;
    for (String range : ranges) {
      String[] parts = range.split(" ");
      count += Long.parseLong(parts[1]);
      digest ^= Long.parseLong(parts[2]);
    }
    return ranges.getLast().split(" ")[0] + ' ' + count + ' ' + digest;
  }

  /** As {@link #together}, without ranges. */
  private static String digestBySql() throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT max(id::text) || ' ' || count(*) || ' '
                       || bit_xor(uuid_hash_extended(id, version))
                  FROM incident.incident WHERE state <> 'resolved'
                """)) {
      row.next();
      return row.getString(1);
    }
  }

  private static UUID before(UUID id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
  }

  @Test
  void snapshotsAreReadByIdAlsoOfResolvedIncidents() {
    String reference = opened("P1");
    act(reference, "resolve");
    String id = incident(reference).getString("id");

    as(TestKeys.service())
        .body(Map.of("ids", List.of(id, Ids.next())))
        .post("/v1/snapshots")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].reference", equalTo(reference))
        .body("items[0].state", equalTo("resolved"))
        .body("items[0].mutedUntil", nullValue());
  }

  @Test
  void onlyServicesSeeSnapshots() {
    admin().get("/v1/snapshots").then().statusCode(403);
    admin().get("/v1/snapshots/digests").then().statusCode(403);
    as(TestKeys.viewer())
        .body(Map.of("ids", List.of()))
        .post("/v1/snapshots")
        .then()
        .statusCode(403);
    as(TestKeys.service()).body("{}").post("/v1/snapshots").then().statusCode(400);
  }

  private static Map<String, Object> newest(String id, int version) {
    return await()
        .until(
            () ->
                PeerServices.snapshots(id).stream()
                    .filter(snapshot -> snapshot.get("version").equals(version))
                    .findFirst()
                    .orElse(null),
            java.util.Objects::nonNull);
  }
}
