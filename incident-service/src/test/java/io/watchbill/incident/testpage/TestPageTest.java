package io.watchbill.incident.testpage;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.timeline;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test page goes by the whole path, and says whether it has reached the person. */
@QuarkusTest
class TestPageTest {
  private final String ann = unique("ann");
  private String key;

  @Inject MovableTime time;

  @BeforeEach
  void annIsAResponder() {
    key = TestKeys.person(ann);
    TestKeys.grant(ann, "responder", "security");
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private String sent() {
    return as(key)
        .post("/v1/test-pages")
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/incidents/INC-"))
        .body("person", equalTo(ann))
        .body("state", equalTo("waiting"))
        .extract()
        .path("reference");
  }

  private void acknowledgedByLink(String reference, String person) {
    Map<String, Object> event =
        Map.of(
            "specversion", "1.0",
            "id", Ids.next().toString(),
            "source", "/escalation-service",
            "type", "page.acknowledged",
            "data",
                Map.of(
                    "incident",
                    incident(reference).getString("id"),
                    "round",
                    1,
                    "branch",
                    "main",
                    "person",
                    person,
                    "at",
                    time.now().toString(),
                    "channel",
                    "link"));
    as(TestKeys.service())
        .body(List.of(event))
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items[0].status", equalTo("ACCEPTED"));
  }

  @Test
  void itIsAnIncidentWhosePolicyPagesThatPersonOnly() {
    String reference = sent();

    assertThat(incident(reference).getString("policy")).isEqualTo("test-page:" + ann);
    assertThat(incident(reference).getString("team")).isEqualTo("security");
    assertThat(incident(reference).getString("title")).isEqualTo("Test page for " + ann);
  }

  @Test
  void theAcknowledgementOfThePersonIsTheProofAndEndsIt() {
    String reference = sent();

    acknowledgedByLink(reference, ann);

    as(key)
        .get("/v1/test-pages")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("acknowledged"))
        .body("items[0].channel", equalTo("link"))
        .body("items[0].acknowledgedAt", not(equalTo(null)));
    assertThat(incident(reference).getString("state")).isEqualTo("resolved");
    assertThat(timeline(reference).getList("items.text", String.class))
        .anyMatch(text -> text.contains("the test page is acknowledged"));
  }

  @Test
  void somebodyElsesAcknowledgementEndsItAndProvesNothing() {
    String reference = sent();

    act(reference, "acknowledge");

    as(key).get("/v1/test-pages").then().body("items[0].state", equalTo("unanswered"));
    assertThat(incident(reference).getString("state")).isEqualTo("resolved");
  }

  @Test
  void withoutAcknowledgementItEndsAfterSomeMinutes() {
    String reference = sent();

    time.advance(TestPages.WAITS);

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(incident(reference).getString("state")).isEqualTo("resolved"));
    as(key).get("/v1/test-pages").then().body("items[0].state", equalTo("unanswered"));
    assertThat(kinds(reference)).containsExactly("triggered", "resolved");
    assertThat(timeline(reference).getList("items.text", String.class))
        .anyMatch(text -> text.contains("nobody acknowledged the test page in time"));
  }

  @Test
  void whatIsResolvedByHandWaitsNoMore() {
    String reference = sent();

    act(reference, "resolve");

    as(key).get("/v1/test-pages").then().body("items[0].state", equalTo("unanswered"));
    sent();
  }

  @Test
  void oneThatIsReopenedEndsByItself() {
    String reference = sent();
    acknowledgedByLink(reference, ann);
    act(reference, "reopen");
    assertThat(incident(reference).getString("state")).isEqualTo("triggered");

    time.advance(TestPages.WAITS);

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(incident(reference).getString("state")).isEqualTo("resolved"));
    as(key).get("/v1/test-pages").then().body("items[0].state", equalTo("acknowledged"));
  }

  @Test
  void oneThatIsReopenedIsAcknowledgedAsAny() {
    String reference = sent();
    act(reference, "resolve");
    act(reference, "reopen");

    act(reference, "acknowledge");

    assertThat(incident(reference).getString("state")).isEqualTo("resolved");
    as(key).get("/v1/test-pages").then().body("items[0].state", equalTo("unanswered"));
  }

  @Test
  void whatWasGivenToATeamMeanwhileIsATestNoMore() {
    String reference = sent();
    admin()
        .body(Map.of("team", "security", "reason", "It is real."))
        .post("/v1/incidents/" + reference + "/assign")
        .then()
        .statusCode(200);

    time.advance(TestPages.WAITS);

    Awaitility.await()
        .untilAsserted(
            () ->
                as(key).get("/v1/test-pages").then().body("items[0].state", equalTo("unanswered")));
    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
  }

  @Test
  void oneWaitsAtATimeAndTenAreSentInAnHour() {
    String first = sent();
    as(key)
        .post("/v1/test-pages")
        .then()
        .statusCode(409)
        .body("type", containsString("test-page-waits"));
    acknowledgedByLink(first, ann);
    for (int i = 1; i < 10; i++) {
      acknowledgedByLink(sent(), ann);
    }

    as(key).post("/v1/test-pages").then().statusCode(429).body("detail", containsString("10"));

    time.advance(Duration.ofHours(1));
    acknowledgedByLink(sent(), ann);
  }

  @Test
  void theSameRequestTwiceIsOneTestPage() {
    for (int i = 0; i < 2; i++) {
      as(key).header("Idempotency-Key", ann).post("/v1/test-pages").then().statusCode(201);
    }

    as(key).get("/v1/test-pages").then().body("items", hasSize(1));
  }

  @Test
  void onlyManagersSendThemToOthers() {
    String ben = unique("ben");
    Map<String, String> body = Map.of("person", ben, "team", "security");

    as(key).body(body).post("/v1/test-pages").then().statusCode(403);
    as(TestKeys.integration(unique("am"))).body(body).post("/v1/test-pages").then().statusCode(403);
    admin()
        .body(Map.of("person", ben))
        .post("/v1/test-pages")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/team"));
    admin().body(body).post("/v1/test-pages").then().statusCode(201).body("person", equalTo(ben));
    admin().get("/v1/test-pages?person=" + ben).then().body("items", hasSize(1));
  }

  @Test
  void whoIsNoPersonNamesOne() {
    admin()
        .post("/v1/test-pages")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/person"));
    admin().get("/v1/test-pages?person=Not_an_id").then().statusCode(400);
  }

  private static RequestSpecification browser(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .header("Accept", "text/html,*/*;q=0.8")
        .redirects()
        .follow(false);
  }

  @Test
  void thePageSendsOneAndSaysWhatCameOfIt() {
    browser(key)
        .get("/test-pages")
        .then()
        .statusCode(200)
        .body(containsString("has never reached"));

    browser(key)
        .formParam("once", ann)
        .post("/test-pages")
        .then()
        .statusCode(303)
        .header("Location", containsString("/test-pages"));

    String waiting =
        browser(key)
            .header("Accept-Language", "de")
            .get("/test-pages")
            .then()
            .statusCode(200)
            .body(containsString("noch nicht bestätigt"), not(containsString("<button>Mir")))
            .extract()
            .asString();
    String reference = waiting.replaceAll("(?s).*?/incidents/(INC-\\d+).*", "$1");
    browser(key)
        .formParam("once", "again")
        .post("/test-pages")
        .then()
        .statusCode(409)
        .body(containsString("role=\"alert\""));

    acknowledgedByLink(reference, ann);

    browser(key)
        .get("/fragments/incident/test-pages")
        .then()
        .statusCode(200)
        .body(containsString("The last one that you acknowledged"), containsString("by link"));
    browser(TestKeys.admin()).get("/test-pages").then().body(containsString("Only people"));
  }
}
