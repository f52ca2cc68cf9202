package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.timeline;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IncidentTest {

  @Test
  void anIncidentOpenedByHandIsTriggeredAndFoundByIdAndReference() {
    JsonPath made =
        admin()
            .body(
                Map.of(
                    "title", "Strange logins",
                    "severity", "P1",
                    "team", "security",
                    "policy", "night",
                    "tags", List.of("vpn", " data-breach ")))
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .header("Location", containsString("/v1/incidents/INC-"))
            .extract()
            .jsonPath();

    assertThat(made.getString("state")).isEqualTo("triggered");
    assertThat(made.getString("policy")).isEqualTo("night");
    assertThat(made.getList("tags")).containsExactly("data-breach", "vpn");
    assertThat(incident(made.getString("id")).getString("reference"))
        .isEqualTo(made.getString("reference"));
    assertThat(
            incident(made.getString("reference").toLowerCase(java.util.Locale.ROOT))
                .getString("id"))
        .isEqualTo(made.getString("id"));
    assertThat(timeline(made.getString("id")).getString("items[0].by.id")).isEqualTo("admin");
  }

  @Test
  void theSameRequestWithTheSameKeyOpensOneIncident() {
    String key = unique("key");
    Map<String, Object> body = Map.of("title", "x", "severity", "P1", "team", "security");

    String first = post(key, body);
    String second = post(key, body);

    assertThat(second).isEqualTo(first);
    admin()
        .header("Idempotency-Key", key)
        .body(Map.of("title", "y", "severity", "P1", "team", "security"))
        .post("/v1/incidents")
        .then()
        .statusCode(422);
  }

  private static String post(String key, Map<String, Object> body) {
    return admin()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  @Test
  void actionsSayWhoWhenAndByWhichChannel() {
    String reference = opened("P1");

    JsonPath acknowledged =
        admin()
            .body(Map.of("note", "I see this"))
            .post("/v1/incidents/" + reference + "/acknowledge")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(acknowledged.getString("state")).isEqualTo("acknowledged");
    assertThat(acknowledged.getString("acknowledged.by")).isEqualTo("admin");
    assertThat(acknowledged.getString("acknowledged.channel")).isEqualTo("api");
    assertThat(acknowledged.getString("acknowledged.at")).isNotNull();
    assertThat(acknowledged.getString("clocks.acknowledge.status")).isEqualTo("met");
    assertThat(timeline(reference).getList("items.text")).contains("I see this");
  }

  @Test
  void theWholeLifeIsInTheTimeline() {
    String reference = opened("P2");
    act(reference, "acknowledge");
    act(reference, "unacknowledge");
    act(reference, "acknowledge");
    post(reference, "severity", Map.of("severity", "P0", "reason", "data leaves"));
    post(reference, "tags", Map.of("tags", List.of("data-breach")));
    post(reference, "comment", Map.of("text", "calling legal"));
    act(reference, "resolve");
    act(reference, "reopen");

    assertThat(kinds(reference))
        .containsExactly(
            "triggered",
            "acknowledged",
            "unacknowledged",
            "acknowledged",
            "severity-changed",
            "tags-changed",
            "comment",
            "resolved",
            "reopened");
    JsonPath incident = incident(reference);
    assertThat(incident.getInt("round")).isEqualTo(3);
    assertThat(incident.getString("severity")).isEqualTo("P0");
    assertThat(incident.getInt("version")).isEqualTo(8);
    assertThat(timeline(reference).getString("items[4].text")).contains("data leaves");
    assertThat(timeline(reference).getString("items[4].data.to")).isEqualTo("P0");
  }

  @Test
  void whatIsSoAlreadyAnswersTheIncidentAndChangesNothing() {
    String reference = opened("P2");
    act(reference, "acknowledge");
    int version = incident(reference).getInt("version");

    act(reference, "acknowledge");
    act(reference, "reopen");
    post(reference, "severity", Map.of("severity", "P2", "reason", "same"));
    post(reference, "tags", Map.of("tags", List.of()));
    assertThat(incident(reference).getInt("version")).isEqualTo(version);

    act(reference, "resolve");
    act(reference, "resolve");
    assertThat(act(reference, "acknowledge").getString("state")).isEqualTo("resolved");
    assertThat(kinds(reference)).containsExactly("triggered", "acknowledged", "resolved");
  }

  @Test
  void aResolvedIncidentIsNotUnacknowledged() {
    String reference = opened("P2");
    act(reference, "resolve");

    admin()
        .post("/v1/incidents/" + reference + "/unacknowledge")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("reopen"));
  }

  @Test
  void aCommentSentTwiceWithItsKeyIsSaidOnce() {
    String reference = opened("P2");
    String key = unique("key");
    for (int i = 0; i < 2; i++) {
      admin()
          .header("Idempotency-Key", key)
          .body(Map.of("text", "once"))
          .post("/v1/incidents/" + reference + "/comment")
          .then()
          .statusCode(200)
          .body("reference", equalTo(reference));
    }

    assertThat(kinds(reference)).containsExactly("triggered", "comment");
  }

  @Test
  void onlyRespondersOfTheTeamAct() {
    String reference = opened("P2");
    String person = unique("person");
    String stranger = TestKeys.person(person);
    TestKeys.grant(person, "responder", "payments");

    as(stranger).post("/v1/incidents/" + reference + "/acknowledge").then().statusCode(403);
    as(stranger)
        .body(Map.of("title", "x", "severity", "P1", "team", "security"))
        .post("/v1/incidents")
        .then()
        .statusCode(403);
    as(TestKeys.viewer()).post("/v1/incidents/" + reference + "/resolve").then().statusCode(403);
    as(stranger).get("/v1/incidents/" + reference).then().statusCode(200);
    TestKeys.grant(person, "responder", "security");
    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
  }

  @Test
  void aPersonsAcknowledgementIsASignOfLifeAndNamesThePerson() {
    String reference = opened("P2");
    String person = unique("alice");
    TestKeys.grant(person, "responder", "security");

    as(TestKeys.person(person))
        .post("/v1/incidents/" + reference + "/acknowledge")
        .then()
        .statusCode(200);

    JsonPath incident = incident(reference);
    assertThat(incident.getString("acknowledged.by")).isEqualTo(person);
    assertThat(incident.getString("anchors.lastUpdate"))
        .isEqualTo(incident.getString("anchors.acknowledged"));
  }

  @Test
  void incidentsAreFilteredAndSorted() {
    String team = unique("t").substring(0, 20);
    List<String> made = new ArrayList<>();
    for (String severity : List.of("P2", "P0", "P3", "P0")) {
      made.add(openedFor(team, severity));
    }
    act(made.get(3), "resolve");

    assertThat(list("team=" + team))
        .containsExactly(made.get(3), made.get(2), made.get(1), made.get(0));
    assertThat(list("sort=severity&team=" + team))
        .containsExactly(made.get(3), made.get(1), made.get(0), made.get(2));
    assertThat(list("state=open&severity=P0&team=" + team)).containsExactly(made.get(1));
    assertThat(list("state=resolved&team=" + team)).containsExactly(made.get(3));
    assertThat(list("tag=x-" + team)).hasSize(4);
    assertThat(list("since=2999-01-01T00:00:00Z&team=" + team)).isEmpty();
  }

  @Test
  void theIncidentsThatAPersonHasAcknowledgedAreFound() {
    String person = unique("alice");
    TestKeys.grant(person, "responder", "security");
    String own = opened("P2");
    act(opened("P2"), "acknowledge");
    as(TestKeys.person(person))
        .post("/v1/incidents/" + own + "/acknowledge")
        .then()
        .statusCode(200);

    assertThat(list("acknowledgedBy=" + person)).containsExactly(own);

    act(own, "resolve");
    assertThat(list("acknowledgedBy=" + person)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "severity"})
  void pagesFollowEachOtherWithoutGapOrRepetition(String sort) {
    String team = unique("t").substring(0, 20);
    for (int i = 0; i < 7; i++) {
      openedFor(team, "P" + i % 3);
    }
    List<String> all = list("sort=" + sort + "&team=" + team);

    List<String> paged = new ArrayList<>();
    String next = "/v1/incidents?limit=3&sort=" + sort + "&team=" + team;
    while (next != null) {
      var page = admin().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
      paged.addAll(page.path("items.reference"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }

    assertThat(paged).isEqualTo(all).hasSize(7);
  }

  private static String openedFor(String team, String severity) {
    return admin()
        .body(
            Map.of("title", "x", "severity", severity, "team", team, "tags", List.of("x-" + team)))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  private static List<String> list(String query) {
    return admin()
        .get("/v1/incidents?" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.reference");
  }

  @Test
  void unknownIncidentsAre404() {
    for (String id :
        List.of(
            "INC-999999999",
            "nothing",
            Ids.next().toString(),
            "INC-99999999999999999999",
            "'; DROP TABLE incident")) {
      admin().get("/v1/incidents/{id}", id).then().statusCode(404);
      admin().get("/v1/incidents/{id}/timeline", id).then().statusCode(404);
      admin().post("/v1/incidents/{id}/acknowledge", id).then().statusCode(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=lost",
        "severity=P9",
        "since=yesterday",
        "sort=colour",
        "limit=501",
        "cursor=zzz",
        "team=%00",
        "tag=a%00b"
      })
  void wrongQuestionsAreAnsweredWithWhatIsAllowed(String query) {
    admin()
        .urlEncodingEnabled(false)
        .get("/v1/incidents?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"\",\"severity\":\"P1\",\"team\":\"t\"}",
        "{\"title\":\"x\",\"severity\":\"P7\",\"team\":\"t\"}",
        "{\"title\":\"x\",\"team\":\"t\"}",
        "{\"title\":\"x\",\"severity\":\"P1\"}",
        "{\"title\":\"x\",\"severity\":\"P1\",\"team\":\"No Team\"}",
        "{\"title\":\"x\",\"severity\":\"P1\",\"team\":\"t\",\"tags\":[\"\"]}",
        "{\"title\":\"x\",\"severity\":\"P1\",\"team\":\"t\",\"colour\":1}",
        "{\"title\":\"x\"",
        "[]",
        "null",
        ""
      })
  void whatCannotBeOpenedIsSaidWithItsPlace(String body) {
    admin()
        .body(body)
        .post("/v1/incidents")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", notNullValue());
  }

  @Test
  void wrongFieldsArePointedAt() {
    admin()
        .body("{\"title\":\"x\",\"severity\":\"P7\",\"team\":\"t\"}")
        .post("/v1/incidents")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/severity"))
        .body("errors[0].detail", containsString("P0"));
    String reference = opened("P1");
    admin()
        .body(Map.of("severity", "P0"))
        .post("/v1/incidents/" + reference + "/severity")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/reason"));
  }

  @Test
  void hostileTextsAreStoredAsTheyAre() {
    String text = "<img src=x onerror=alert(1)> '); DROP TABLE incident; -- ${jndi:x}";
    String reference =
        admin()
            .body("{\"title\":\"" + text + "\",\"severity\":\"P1\",\"team\":\"security\"}")
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("reference");

    admin()
        .body("{\"text\":\"" + text + "\"}")
        .post("/v1/incidents/" + reference + "/comment")
        .then()
        .statusCode(200);
    admin()
        .body("{\"severity\":\"P0\",\"reason\":\"" + text + "\"}")
        .post("/v1/incidents/" + reference + "/severity")
        .then()
        .statusCode(200);
    admin()
        .body("{\"tags\":[\"" + text.substring(0, 40) + "\"]}")
        .post("/v1/incidents/" + reference + "/tags")
        .then()
        .statusCode(200)
        .body("tags", hasItem(text.substring(0, 40)));
    assertThat(incident(reference).getString("title")).isEqualTo(text);
  }

  @Test
  void timelinesAreReadInPages() {
    String reference = opened("P2");
    for (int i = 0; i < 4; i++) {
      post(reference, "comment", Map.of("text", "c" + i));
    }

    var page =
        admin()
            .get("/v1/incidents/" + reference + "/timeline?limit=3")
            .then()
            .body("items", hasSize(3))
            .extract();
    String link = page.header("Link");
    admin()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.text", equalTo(List.of("c2", "c3")));
  }

  @Test
  void theCatalogueExplainsEachSeverity() {
    admin()
        .get("/v1/severities")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of("P0", "P1", "P2", "P3")))
        .body("items.acknowledge", equalTo(List.of("PT5M", "PT15M", "PT1H", "PT4H")))
        .body("items.resolution", equalTo(List.of("PT4H", "PT8H", "PT24H", "PT168H")))
        .body("items[0].meaning", equalTo("Active breach, data loss"))
        .body("items[3].response", equalTo("PT24H"))
        .body("items[3].responseInBusinessTime", equalTo(true));
  }

  private static void post(String reference, String action, Map<String, Object> body) {
    admin().body(body).post("/v1/incidents/" + reference + "/" + action).then().statusCode(200);
  }
}
