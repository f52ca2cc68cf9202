package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonParseException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.watchbill.kit.database.Failures;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KitTest {
  @Inject ThingEvents events;
  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }

  private static String unique(String prefix) {
    return prefix + "-" + Ids.next();
  }

  private static void make(String id) {
    as(TestKeys.admin()).body(Map.of("id", id)).post("/things").then().statusCode(201);
  }

  @Test
  void everyEndpointDeclaresItsRight() {
    EndpointRights.assertAllDeclared("io.watchbill.testkit", Set.of());
  }

  @Test
  void withoutAKeyNothingOpens() {
    given()
        .get("/things")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("type", equalTo("urn:watchbill:unauthenticated"));
  }

  @Test
  void aWrongKeyOpensNothing() {
    as("wb_000000000000_00000000000000000000000000000000").get("/things").then().statusCode(401);
    as("nonsense").get("/things").then().statusCode(401);
  }

  @Test
  void aLowerRightDoesNotOpenWhatNeedsAHigherOne() {
    as(TestKeys.viewer())
        .body(Map.of("id", "x"))
        .post("/things")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void aRevokedKeyOpensNothing() throws Exception {
    String key = TestKeys.automation("revoked", "viewer");
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE access.api_key SET revoked_at = now() WHERE principal = 'revoked'");
    }
    as(key).get("/things").then().statusCode(401);
  }

  @Test
  void aKeyInAPathOpensThatPathOnly() {
    String key = TestKeys.integration("prometheus");
    given().get("/things/by-key/" + key).then().statusCode(200).body(equalTo("prometheus"));
    given().get("/things/of-team/" + key).then().statusCode(401);
    as(key).get("/things").then().statusCode(403);
  }

  @Test
  void aRightForOneTeamIsNoneForAnother() {
    String key = TestKeys.person("dora");
    TestKeys.grant("dora", "responder", "security");
    as(key).get("/things/of-team/security").then().statusCode(200);
    as(key).get("/things/of-team/network").then().statusCode(403);
  }

  @Test
  void anUnknownFieldIsNamedWithItsPointer() {
    as(TestKeys.admin())
        .body("{\"id\": \"a\", \"nots\": 1}")
        .post("/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("/nots"))
        .body("errors[0].detail", containsString("allowed are"));
  }

  @Test
  void everyWrongFieldIsNamed() {
    as(TestKeys.admin())
        .body(Map.of("id", "Not An Id", "note", "far too long for this small field"))
        .post("/things")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/id"))
        .body("errors.pointer", hasItem("/note"));
  }

  @Test
  void malformedJsonSaysWhere() {
    as(TestKeys.admin())
        .body("{\"id\": ")
        .post("/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("line 1"));
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    as(TestKeys.admin()).body("x".repeat(1_100_000)).post("/things").then().statusCode(413);
    as(TestKeys.admin())
        .body("x".repeat(1_100_000))
        .post("/things/streamed")
        .then()
        .statusCode(200)
        .body(equalTo("10"));
  }

  @Test
  void aFailureOfOursTellsNothingOfItsCause() {
    as(TestKeys.viewer())
        .get("/things/undeclared-failure")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body(not(containsString("secret cause")));
  }

  @Test
  void whatDoesNotExistIsAProblemToo() {
    as(TestKeys.viewer())
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void aListComesInPagesThatLinkToTheNext() {
    String prefix = unique("page");
    for (int i = 0; i < 3; i++) {
      make(prefix + i);
    }
    String link = as(TestKeys.viewer()).get("/things?limit=2").then().extract().header("Link");
    assertThat(link).contains("rel=\"next\"").contains("limit=2");
    as(TestKeys.viewer())
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .statusCode(200)
        .body("items", not(hasSize(0)));
  }

  @Test
  void aPageHasItsBounds() {
    as(TestKeys.viewer()).get("/things?limit=501").then().statusCode(400);
    as(TestKeys.viewer()).get("/things?limit=0").then().statusCode(400);
    as(TestKeys.viewer()).get("/things?cursor=*").then().statusCode(400);
  }

  @Test
  void aPostThatIsSentTwiceTakesEffectOnce() {
    String id = unique("twice");
    Map<String, String> thing = Map.of("id", id);
    for (int i = 0; i < 2; i++) {
      as(TestKeys.admin())
          .header("Idempotency-Key", "\"" + id + "\"")
          .body(thing)
          .post("/things")
          .then()
          .statusCode(201)
          .body("id", equalTo(id));
    }
    as(TestKeys.admin())
        .header("Idempotency-Key", id)
        .body(Map.of("id", unique("other")))
        .post("/things")
        .then()
        .statusCode(422);
  }

  @Test
  void aSecondOfItsKindIsAConflict() {
    String id = unique("same");
    make(id);
    as(TestKeys.admin())
        .body(Map.of("id", id))
        .post("/things")
        .then()
        .statusCode(409)
        .contentType("application/problem+json");
  }

  @Test
  void aTextThatCannotBeStoredIsAnErrorOfTheCaller() {
    as(TestKeys.admin())
        .body(Map.of("id", unique("nul"), "note", "a\u0000b"))
        .post("/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void aFactReachesItsNeighbourAndIsForgotten() {
    String id = unique("fact");
    make(id);
    await().untilAsserted(() -> assertThat(events.answered()).contains(id + " ACCEPTED"));
    assertThat(events.taken()).containsOnlyOnce(id);
    await().untilAsserted(() -> assertThat(unsent(id)).isZero());
  }

  @Test
  void aNeighbourThatFailsIsAskedAgain() {
    String id = unique("later");
    make(id);
    await().untilAsserted(() -> assertThat(events.taken()).contains(id));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(events.answered()).contains(id + " ACCEPTED"));
  }

  @Test
  void aPoisonEventIsParkedAndHoldsNobodyUp() throws Exception {
    String poison = unique("poison");
    String good = unique("good");
    make(poison);
    make(good);
    await().untilAsserted(() -> assertThat(events.answered()).contains(good + " ACCEPTED"));
    await().untilAsserted(() -> assertThat(parked(poison)).isEqualTo(1));
  }

  @Test
  void aRowThatCannotBeReadIsPutOffAndHoldsNobodyUp() throws Exception {
    String unreadable = unique("unreadable");
    make(unreadable);
    String good = unique("good");
    make(good);
    await().untilAsserted(() -> assertThat(events.answered()).contains(good + " ACCEPTED"));
    assertThat(unsent(unreadable)).isEqualTo(1);
  }

  @Test
  void whatCannotBeParsedIsNoOutageOfTheDatabase() {
    Throwable unparsable = new UncheckedIOException(new JsonParseException(null, "not JSON"));
    Throwable broken = new UncheckedIOException(new IOException("connection reset"));
    assertThat(Failures.isUnavailable(unparsable)).isFalse();
    assertThat(Failures.isUnavailable(broken)).isTrue();
  }

  @Test
  void aRefusalIsFinalAndTold() {
    String id = unique("refuse");
    make(id);
    await().untilAsserted(() -> assertThat(events.answered()).contains(id + " REFUSED"));
  }

  @Test
  void anObsoleteFactIsNotSent() {
    String id = unique("obsolete");
    make(id);
    await().untilAsserted(() -> assertThat(unsent(id)).isZero());
    assertThat(events.taken()).doesNotContain(id);
  }

  @Test
  void aTimerFiresWhenItsTimeHasComeAndNotBefore() {
    String id = unique("timed");
    make(id);
    assertThat(events.fired()).doesNotContain(id);
    time.advance(Duration.ofMinutes(61));
    await().untilAsserted(() -> assertThat(events.fired()).containsOnlyOnce(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "refused"})
  void aTimerThatFailsComesAgainAndHoldsNobodyUp(String how) {
    String broken = unique(how);
    String sound = unique("sound");
    make(broken);
    make(sound);
    time.advance(Duration.ofMinutes(61));
    await().untilAsserted(() -> assertThat(events.fired()).contains(sound, broken));
    time.advance(Duration.ofMinutes(2));
    await()
        .untilAsserted(() -> assertThat(events.fired().stream().filter(broken::equals)).hasSize(2));
  }

  @Test
  void anEventIsAnsweredForItself() {
    String body =
        """
        [{"specversion":"1.0","id":"1","source":"/x","type":"thing.made","data":{"thing":"one"}},
         {"specversion":"1.0","id":"2","source":"/x","type":"unknown"},
         {"id":["not text"]}]
        """;
    as(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(body)
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items[0].status", equalTo("ACCEPTED"))
        .body("items[1].status", equalTo("INVALID"))
        .body("items[2].status", equalTo("INVALID"));
    as(TestKeys.viewer()).body("[]").post("/v1/events").then().statusCode(403);
  }

  @Test
  void eventsOfOneSubjectAreTakenInTheirOrderHoweverManyCome() {
    String mark = UUID.randomUUID().toString();
    String body =
        IntStream.range(0, 200)
            .mapToObj(i -> event(mark + "-" + i, mark + "-subject-" + i % 20))
            .collect(Collectors.joining(",", "[", "]"));

    as(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(body)
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(numbered(mark, IntStream.range(0, 200))))
        .body("items.status", everyItem(equalTo("ACCEPTED")));

    List<String> ofThird =
        events.taken().stream()
            .filter(
                thing -> thing.startsWith(mark) && Integer.parseInt(thing.substring(37)) % 20 == 3)
            .toList();
    assertThat(ofThird).isEqualTo(numbered(mark, IntStream.range(0, 10).map(i -> 20 * i + 3)));
  }

  @Test
  void healthAndMetricsAreOpenAndTrue() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/metrics").then().statusCode(200).body(containsString("watchbill_loop_turn"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("watchbill_outbox"));
  }

  @Test
  void aNeighbourThatIsDownIsListedAndNoReasonNotToBeReady() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'neighbours' }.status", equalTo("UP"))
                    .body(
                        "checks.find { it.name == 'neighbours' }.data.rotation",
                        equalTo("unreachable"))
                    .body(
                        "checks.find { it.name == 'neighbours' }.data.escalation", equalTo("up")));
  }

  @Test
  void withoutItsDatabaseAServiceIsAliveAndNotReady() {
    ServerUnderTest.lockOut();
    try {
      given()
          .get("/q/health/ready")
          .then()
          .statusCode(503)
          .body("checks.find { it.name == 'database' }.status", equalTo("DOWN"))
          .body("checks.find { it.name == 'neighbours' }.status", equalTo("UP"));
      given().get("/q/health/live").then().statusCode(200);
      given().get("/q/health/started").then().statusCode(200);
      as("wb_000000000000_00000000000000000000000000000000").get("/things").then().statusCode(503);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  given()
                      .accept("text/plain")
                      .get("/metrics")
                      .then()
                      .body(containsString("watchbill_database_up 0.0")));
    } finally {
      ServerUnderTest.letIn();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void aSchemaThatIsTooNewIsNotServed() throws Exception {
    oldestReader(2);
    try {
      given()
          .get("/q/health/ready")
          .then()
          .statusCode(503)
          .body("checks.find { it.name == 'database' }.data.oldestReaderServed", equalTo(2));
    } finally {
      oldestReader(1);
    }
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void refusalsAreCountedByTheirCause() {
    double before = refused("wrong-secret");
    String key = TestKeys.viewer();
    String other = key.substring(0, key.length() - 32) + "0".repeat(32);

    as(other).get("/things").then().statusCode(401);

    assertThat(refused("wrong-secret")).isEqualTo(before + 1);
  }

  @Test
  void metricsShowTheRouteOfAPathThatHasAKeyInIt() {
    String key = TestKeys.integration("in-path");
    given().get("/things/by-key/" + key).then().statusCode(200);
    String wrong = key.substring(0, 10) + "0".repeat(22);
    given().get("/things/by-key/" + wrong).then().statusCode(401);

    given()
        .get("/metrics")
        .then()
        .body(containsString("uri=\"/things/by-key/{key}\""))
        .body(not(containsString(key)))
        .body(not(containsString(wrong)));
  }

  private static String metrics() {
    return given().accept("text/plain").get("/metrics").asString();
  }

  private static double refused(String cause) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("watchbill_auth_refused_total{cause=\"" + cause + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void oldestReader(int reader) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE incident.compatibility SET oldest_reader = " + reader);
    }
  }

  private static String event(String thing, String subject) {
    return """
        {"specversion":"1.0","id":"%1$s","source":"/x","type":"thing.made","subject":"%2$s",
         "data":{"thing":"%1$s"}}
        """
        .formatted(thing, subject);
  }

  private static List<String> numbered(String mark, IntStream numbers) {
    return numbers.mapToObj(i -> mark + "-" + i).toList();
  }

  private static long unsent(String subject) throws Exception {
    return count("SELECT count(*) FROM incident.outbox WHERE subject = '" + subject + "'");
  }

  private static long parked(String subject) throws Exception {
    return count(
        "SELECT count(*) FROM incident.outbox WHERE parked_at IS NOT NULL AND subject = '"
            + subject
            + "'");
  }

  private static long count(String sql) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
