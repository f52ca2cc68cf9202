package io.watchbill.rotation.cover;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.kit.id.Ids;
import io.watchbill.rotation.Told;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CoverTest {
  private static final String TUESDAY = "2027-01-05T17:00:00Z";
  private static final String WEDNESDAY = "2027-01-06T17:00:00Z";

  @Inject MovableTime time;

  private final String id = unique("security");

  /** Monday 2027-01-04 09:00 in Los Angeles: bob's week begins. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    rotation(
        id,
        weekly("primary", "2026-01-05T09:00", "alice bob charlie"),
        follower("secondary", "primary", 1),
        standing("lead", "carol"));
    for (String person : List.of("alice", "bob", "charlie", "dave")) {
      TestKeys.grant(person, "responder", "security");
    }
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private String requests() {
    return "/v1/rotations/" + id + "/cover-requests";
  }

  private static Map<String, Object> dentist() {
    Map<String, Object> body = new HashMap<>();
    body.put("role", "primary");
    body.put("from", TUESDAY);
    body.put("to", WEDNESDAY);
    body.put("reason", "dentist");
    return body;
  }

  private ValidatableResponse ask(Map<String, Object> body) {
    return as(TestKeys.person("bob")).body(body).post(requests()).then();
  }

  private String asked(Map<String, Object> body) {
    return ask(body).statusCode(201).extract().header("Location");
  }

  private ValidatableResponse take(String request, String person) {
    return as(TestKeys.person(person)).post(request + "/take").then();
  }

  private List<List<String>> primaries() {
    return viewer()
        .get(
            "/v1/rotations/"
                + id
                + "/shifts?from=2027-01-04T17:00:00Z&to=2027-01-11T17:00:00Z&role=primary")
        .then()
        .extract()
        .path("shifts.people");
  }

  @Test
  void untilItIsTakenNothingChanges() {
    ask(dentist())
        .statusCode(201)
        .body("person", equalTo("bob"))
        .body("who", equalTo("team"))
        .body("state", equalTo("open"))
        .body("$", not(hasKey("takenBy")));

    assertThat(primaries()).containsExactly(List.of("bob"));
  }

  @Test
  void whoTakesItHasThatPartOfTheShift() {
    String request = asked(dentist());

    take(request, "dave")
        .statusCode(200)
        .body("state", equalTo("taken"))
        .body("takenBy", equalTo("dave"))
        .body("overrides", hasSize(1));

    assertThat(primaries()).containsExactly(List.of("bob"), List.of("dave"), List.of("bob"));
    viewer()
        .get("/v1/rotations/" + id + "/overrides")
        .then()
        .body("items[0].reason", equalTo("dentist"))
        .body("items[0].author", equalTo("person:dave"));
  }

  @Test
  void aWatchThatWasTakenCanBeTakenOverAgain() {
    take(asked(dentist()), "dave").statusCode(200);
    Map<String, Object> body = dentist();
    body.put("to", "2027-01-06T05:00:00Z");
    String request =
        as(TestKeys.person("dave")).body(body).post(requests()).then().extract().header("Location");

    take(request, "alice").statusCode(200);

    assertThat(primaries())
        .containsExactly(List.of("bob"), List.of("alice"), List.of("dave"), List.of("bob"));
  }

  @Test
  void ofManyTakersExactlyOneWins() throws Exception {
    String request = asked(dentist());
    List<String> takers = List.of("alice", "charlie", "dave");
    List<Integer> statuses;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Integer>> tries =
          Stream.concat(takers.stream(), takers.stream())
              .map(person -> (Callable<Integer>) () -> take(request, person).extract().statusCode())
              .toList();
      statuses = threads.invokeAll(tries).stream().map(Future::resultNow).toList();
    }

    String winner = viewer().get(request).then().extract().path("takenBy");
    assertThat(takers).contains(winner);
    assertThat(statuses).containsOnly(200, 409);
    assertThat(statuses).filteredOn(status -> status == 200).hasSizeBetween(1, 2);
    assertThat(primaries()).containsExactly(List.of("bob"), List.of(winner), List.of("bob"));
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", hasSize(1));
  }

  @Test
  void nobodyTakesTheirOwn() {
    take(asked(dentist()), "bob")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/person"))
        .body("detail", containsString("nobody covers for themselves"));
  }

  @Test
  void whatIsTakenIsTakenOnce() {
    String request = asked(dentist());
    take(request, "dave").statusCode(200);

    take(request, "alice").statusCode(409).body("type", equalTo("urn:watchbill:taken"));
    take(request, "dave").statusCode(200).body("takenBy", equalTo("dave"));
  }

  @Test
  void whatIsWithdrawnIsNotTaken() {
    String request = asked(dentist());
    as(TestKeys.person("bob"))
        .post(request + "/withdraw")
        .then()
        .statusCode(200)
        .body("state", equalTo("withdrawn"));

    take(request, "dave").statusCode(409).body("type", equalTo("urn:watchbill:withdrawn"));
    assertThat(primaries()).containsExactly(List.of("bob"));
  }

  @Test
  void whatIsOverIsNotTaken() {
    String request = asked(dentist());
    time.set(Instant.parse(WEDNESDAY));

    take(request, "dave").statusCode(409).body("type", equalTo("urn:watchbill:over"));
  }

  @Test
  void onceItHasBegunTheRestIsTaken() {
    String request = asked(dentist());
    time.set(Instant.parse("2027-01-06T00:00:00Z"));

    take(request, "dave").statusCode(200);

    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary&at=2027-01-05T23:00:00Z")
        .then()
        .body("items[0].people", contains("bob"));
    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary&at=2027-01-06T01:00:00Z")
        .then()
        .body("items[0].people", contains("dave"));
  }

  @Test
  void onlyWhoIsAskedTakesIt() {
    Map<String, Object> body = dentist();
    body.put("ask", Map.of("person", "alice"));
    String request = asked(body);

    take(request, "dave").statusCode(403);
    take(request, "alice").statusCode(200);
  }

  @Test
  void thoseAskedAndTheLeadAreTold() {
    Map<String, Object> body = dentist();
    body.put("ask", Map.of("person", "alice"));
    String request = asked(body);
    take(request, "alice").statusCode(200);

    assertThat(Told.about(id))
        .contains("cover-asked alice", "cover-asked lead", "cover-taken lead")
        .contains("shifts-changed bob")
        .doesNotContain("shifts-changed alice");
    assertThat(Told.ofKind(id, "shifts-changed").getFirst().getString("title"))
        .contains("changed by person:alice");
  }

  @ParameterizedTest(name = "{0} = {1} is refused at {2}")
  @CsvSource(
      nullValues = "null",
      value = {
        "role, captain, /role",
        "role, null, /role",
        "reason, null, /reason",
        "reason, ' ', /reason",
        "from, 2027-01-01T00:00:00Z, /from",
        "to, null, /to",
        "to, 2027-01-05T17:00:00Z, /to",
      })
  void whatMakesNoSenseIsRefused(String field, String value, String pointer) {
    Map<String, Object> body = dentist();
    body.put(field, value);

    ask(body).statusCode(400).body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void whoHasNoWatchNeedsNoCover() {
    as(TestKeys.person("alice"))
        .body(dentist())
        .post(requests())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/person"));
  }

  @Test
  void managersAskAndTakeForOthers() {
    Map<String, Object> body = dentist();
    admin().body(body).post(requests()).then().statusCode(400);
    body.put("person", "bob");
    String request =
        admin().body(body).post(requests()).then().statusCode(201).extract().header("Location");
    as(TestKeys.person("alice"))
        .body(Map.of("person", "dave"))
        .post(request + "/take")
        .then()
        .statusCode(403);

    admin().body(Map.of("person", "dave")).post(request + "/take").then().statusCode(200);

    assertThat(primaries()).containsExactly(List.of("bob"), List.of("dave"), List.of("bob"));
  }

  /** A rotation whose people no other test has: b is on watch, c leads, d is absent. */
  private String urgentlyAsked(String own) {
    String team = "team-" + own;
    team(team, "a-" + own, "b-" + own, "c-" + own, "d-" + own, "e-" + own);
    admin()
        .body(
            body(
                    weekly("primary", "2026-12-28T09:00", "a-" + own + " b-" + own),
                    standing("lead", "c-" + own))
                .replace("\"team\": \"security\"", "\"team\": \"" + team + "\""))
        .put("/v1/rotations/r-" + own)
        .then()
        .statusCode(201);
    admin()
        .body(Map.of("from", TUESDAY, "to", WEDNESDAY))
        .post("/v1/people/d-" + own + "/absences")
        .then()
        .statusCode(201);
    Map<String, Object> body = dentist();
    body.put("person", "b-" + own);
    body.put("urgent", true);
    return admin()
        .body(body)
        .post("/v1/rotations/r-" + own + "/cover-requests")
        .then()
        .statusCode(201)
        .body("askedInTurn", contains("a-" + own))
        .extract()
        .header("Location");
  }

  private void minutesPass(int minutes) {
    time.advance(Duration.ofMinutes(minutes));
  }

  private static List<String> askedInTurn(String request) {
    return viewer().get(request).then().extract().path("askedInTurn");
  }

  @Test
  void whatIsNeededAtOnceIsAskedOfOneAfterTheOther() {
    String own = Ids.next().toString().substring(24);
    String request = urgentlyAsked(own);
    assertThat(Told.about("r-" + own)).containsExactly("cover-asked lead", "cover-urgent a-" + own);

    minutesPass(6);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> askedInTurn(request).equals(List.of("a-" + own, "e-" + own)));
    minutesPass(6);
    await().atMost(Duration.ofSeconds(60)).until(() -> askedInTurn(request).size() == 3);
    minutesPass(6);

    // Who is on watch comes last, who is absent not at all.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(Told.about("r-" + own))
                    .containsExactly(
                        "cover-asked lead",
                        "cover-urgent a-" + own,
                        "cover-urgent e-" + own,
                        "cover-urgent c-" + own,
                        "cover-untaken lead"));
  }

  @Test
  void onceTakenNobodyElseIsAsked() {
    String own = Ids.next().toString().substring(24);
    String request = urgentlyAsked(own);

    admin().body(Map.of("person", "e-" + own)).post(request + "/take").then().statusCode(200);

    minutesPass(6);
    await().atMost(Duration.ofSeconds(60)).until(() -> !waits(request));
    assertThat(askedInTurn(request)).containsExactly("a-" + own);
  }

  /** Whether the next candidate is still to be asked. */
  private static boolean waits(String request) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT 1 FROM rotation.timer WHERE kind = 'cover-turn' AND key = ?")) {
      statement.setString(1, request.substring(request.lastIndexOf('/') + 1));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  @Test
  void theyAreListedByState() {
    String request = asked(dentist());
    take(request, "dave").statusCode(200);
    Map<String, Object> later = dentist();
    later.put("from", "2027-01-08T00:00:00Z");
    later.put("to", "2027-01-09T00:00:00Z");
    asked(later);

    viewer().get(requests() + "?state=taken").then().body("items.takenBy", contains("dave"));
    viewer().get(requests() + "?state=open").then().body("items", hasSize(1));
    viewer().get(requests() + "?state=lost").then().statusCode(400);
    viewer().get(requests() + "?limit=1").then().header("Link", containsString("next"));
  }

  @Test
  void sentTwiceItIsAskedOnce() {
    String key = unique("key");
    for (int i = 0; i < 2; i++) {
      as(TestKeys.person("bob"))
          .header("Idempotency-Key", key)
          .body(dentist())
          .post(requests())
          .then()
          .statusCode(201);
    }

    viewer().get(requests()).then().body("items", hasSize(1));
  }
}
