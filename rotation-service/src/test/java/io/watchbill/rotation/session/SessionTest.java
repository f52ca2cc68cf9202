package io.watchbill.rotation.session;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.session.Browser.call;
import static io.watchbill.rotation.session.Browser.key;
import static io.watchbill.rotation.session.Browser.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.KnownSessions;
import io.watchbill.kit.access.Principal;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import io.watchbill.testkit.TestSessions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sessions there are, and how they end. */
@QuarkusTest
class SessionTest {
  @Inject MovableTime time;
  @Inject KnownSessions known;
  @Inject ForgottenSessions forgotten;

  private final String person = unique("browsing");
  private String key;

  @BeforeEach
  void aPersonWithAKey() {
    people(person);
    key = key(person);
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static String id(String session) {
    return Browser.id(session).orElseThrow();
  }

  @Test
  void peopleSeeTheirSessionsNewestFirst() {
    String first = signIn(key);
    String second = signIn(key);
    signIn(key(another()));

    call(second)
        .get("/v1/sessions")
        .then()
        .statusCode(200)
        .body("items.id", contains(id(second), id(first)))
        .body("items.device", everyItem(equalTo("Firefox on Linux")))
        .body("items.principal", everyItem(equalTo(person)));
    call(second).get("/v1/sessions/current").then().body("id", equalTo(id(second)));
    as(key).get("/v1/sessions?limit=1").then().body("items.id", contains(id(second)));
    as(key).get("/v1/sessions/current").then().statusCode(404);
  }

  private static String another() {
    String other = unique("other");
    people(other);
    return other;
  }

  @Test
  void aListGoesOnWhereItsFirstSliceEnds() {
    String first = signIn(key);
    String second = signIn(key);
    Response slice = as(key).get("/v1/sessions?limit=1");
    slice.then().body("items.id", contains(id(second)));
    String next = slice.header("Link").replaceFirst("<([^>]*)>.*", "$1");

    as(key).urlEncodingEnabled(false).get(next).then().body("items.id", contains(id(first)));
  }

  @Test
  void anotherPersonsSessionsAreSeenByAdminsOnly() {
    String session = signIn(key);
    String other = TestKeys.person(another());

    admin().get("/v1/sessions?person=" + person).then().body("items.id", contains(id(session)));
    as(key).get("/v1/sessions?person=" + person).then().body("items.id", contains(id(session)));
    as(other).get("/v1/sessions?person=" + person).then().statusCode(403);
    as(TestKeys.service()).get("/v1/sessions").then().statusCode(403);
  }

  @Test
  void whoEndsASessionIsItsPersonOrAnAdmin() {
    String current = signIn(key);
    String old = signIn(key);
    String lost = signIn(key);
    String other = TestKeys.person(another());
    String path = "/v1/sessions/" + id(old);

    as(other).delete(path).then().statusCode(403);
    call(current).delete(path).then().statusCode(204);
    admin().delete("/v1/sessions/" + id(lost)).then().statusCode(204);

    call(old).get("/v1/caller").then().statusCode(401);
    call(lost).get("/v1/caller").then().statusCode(401);
    as(key).get("/v1/sessions").then().body("items.id", contains(id(current)));
    admin().delete(path).then().statusCode(204);
    admin().delete("/v1/sessions/" + UUID.randomUUID()).then().statusCode(404);
    admin().delete("/v1/sessions/nonsense").then().statusCode(404);
  }

  @Test
  void aSessionDoesNotOutliveItsKey() {
    String lasting =
        Browser.made(
                Map.of(
                    "kind",
                    "person",
                    "principal",
                    person,
                    "expiresAt",
                    time.now().plus(Duration.ofHours(1)).toString()))
            .path("key");
    String session = signIn(lasting);
    call(session).get("/v1/caller").then().statusCode(200);

    time.advance(Duration.ofMinutes(61));

    call(session).get("/v1/caller").then().statusCode(401);
    as(key).get("/v1/sessions").then().body("items", empty());
  }

  @Test
  void aSessionThatNobodyUsesIsNotListed() {
    signIn(key);

    time.advance(Duration.ofHours(13));

    as(key).get("/v1/sessions").then().body("items", empty());
  }

  @Test
  void whoSignsInVeryOftenLeavesTheOldestSessions() {
    String oldest = signIn(key);
    for (int i = 0; i < 50; i++) {
      signIn(key);
    }

    call(oldest).get("/v1/caller").then().statusCode(401);
    as(key).get("/v1/sessions?limit=500").then().body("items", hasSize(50));
  }

  @Test
  void whatHasEndedIsForgottenAfterADay() throws SQLException {
    String session = signIn(key);
    Browser.page(session).post("/sign-out").then().statusCode(303);
    Browser.link(person);
    time.advance(Duration.ofHours(23));
    forgotten.forget();
    assertThat(stored()).isEqualTo(2);

    time.advance(Duration.ofHours(2));
    forgotten.forget();

    assertThat(stored()).isZero();
  }

  private int stored() throws SQLException {
    String sql =
        "SELECT (SELECT count(*) FROM access.session WHERE principal = '%1$s')"
            + " + (SELECT count(*) FROM access.sign_in_link WHERE person = '%1$s')";
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(person))) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void whoSignsInAndOutIsRecorded() throws SQLException {
    String session = signIn(key);
    String id = id(session);
    Browser.page(session).post("/sign-out").then().statusCode(303);
    String other = id(signIn(key));
    admin().delete("/v1/sessions/" + other).then().statusCode(204);

    String keyId = ApiKey.parse(key).orElseThrow().id();
    assertThat(audited(id))
        .containsExactly(
            "person:" + person + " sign-in Firefox on Linux, by key " + keyId,
            "person:" + person + " sign-out Firefox on Linux");
    assertThat(audited(other)).last().isEqualTo("automation:admin end-session of person:" + person);
  }

  private static List<String> audited(String subject) throws SQLException {
    List<String> entries = new ArrayList<>();
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT actor || ' ' || action || ' ' || detail FROM rotation.audit_entry WHERE"
                    + " subject = '%s' ORDER BY id".formatted(subject))) {
      while (rows.next()) {
        entries.add(rows.getString(1));
      }
    }
    return entries;
  }

  @Test
  void theKeyOfAnAutomationIsKnownByItsSession() {
    String robot = unique("robot");
    String ofRobot = TestKeys.automation(robot, "viewer");
    String session = TestSessions.ofKey(Principal.Kind.AUTOMATION, robot, ofRobot);

    call(session).get("/v1/sessions").then().body("items.kind", contains("automation"));
    call(session).get("/v1/people?limit=1").then().statusCode(200);
  }
}
