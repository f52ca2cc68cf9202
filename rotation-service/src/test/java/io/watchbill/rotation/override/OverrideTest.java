package io.watchbill.rotation.override;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OverrideTest {
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
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private String overrides() {
    return "/v1/rotations/" + id + "/overrides";
  }

  private static Map<String, Object> request(String replaces, String person) {
    Map<String, Object> request = new HashMap<>();
    request.put("role", "primary");
    request.put("kind", "replace");
    request.put("replaces", replaces);
    request.put("person", person);
    request.put("from", TUESDAY);
    request.put("to", WEDNESDAY);
    request.put("reason", "dentist");
    return request;
  }

  private ValidatableResponse add(Map<String, Object> request) {
    return admin().body(request).post(overrides()).then();
  }

  private List<List<String>> week(String role) {
    return viewer()
        .get(
            "/v1/rotations/"
                + id
                + "/shifts?from=2027-01-04T17:00:00Z&to=2027-01-11T17:00:00Z&role="
                + role)
        .then()
        .statusCode(200)
        .extract()
        .path("shifts.people");
  }

  @Test
  void aStandInTakesAPartOfAShift() {
    add(request("bob", "dave"))
        .statusCode(201)
        .body("kind", equalTo("replace"))
        .body("replaces", equalTo("bob"))
        .body("reason", equalTo("dentist"));

    assertThat(week("primary")).containsExactly(List.of("bob"), List.of("dave"), List.of("bob"));
    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary&at=2027-01-06T00:00:00Z")
        .then()
        .body("items[0].people", contains("dave"))
        .body("items[0].until", equalTo(WEDNESDAY))
        .body("items[0].reason", equalTo("dave for bob: dentist"))
        .body("items[0].next.people", contains("bob"));
  }

  @Test
  void theSecondaryStaysSomebodyElseWhenTheyMoveUp() {
    add(request("bob", "charlie")).statusCode(201);

    assertThat(week("primary")).containsExactly(List.of("bob"), List.of("charlie"), List.of("bob"));
    assertThat(week("secondary"))
        .containsExactly(List.of("charlie"), List.of("alice"), List.of("charlie"));
  }

  @Test
  void overridesDoNotChain() {
    add(request("bob", "charlie")).statusCode(201);

    add(request("charlie", "dave"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/replaces"))
        .body("detail", containsString("on call: bob"));
  }

  @Test
  void sentTwiceItIsMadeOnce() {
    String key = unique("key");
    for (int i = 0; i < 2; i++) {
      admin()
          .header("Idempotency-Key", key)
          .body(request("bob", "dave"))
          .post(overrides())
          .then()
          .statusCode(201);
    }
    viewer().get(overrides()).then().body("items", hasSize(1));
  }

  @Test
  void theEscalationServiceIsNotified() {
    String path = "/v1/rotations/" + id + "/shifts?from=" + TUESDAY + "&to=" + WEDNESDAY;
    String tag = viewer().get(path).then().extract().header("ETag");

    add(request("bob", "dave")).statusCode(201);

    viewer().header("If-None-Match", tag).get(path).then().statusCode(200);
  }

  @Test
  void withdrawnBeforeItBeginsItNeverWas() {
    String location = add(request("bob", "dave")).extract().header("Location");
    admin().delete(location).then().statusCode(204);
    admin().delete(location).then().statusCode(204);

    assertThat(week("primary")).containsExactly(List.of("bob"));
    viewer().get(overrides()).then().body("items", empty());
  }

  @Test
  void withdrawnInItsCourseItEndsThenAndThePastStays() {
    String location = add(request("bob", "dave")).extract().header("Location");
    time.set(Instant.parse("2027-01-06T00:00:00Z"));
    admin().delete(location).then().statusCode(204);

    assertThat(week("primary")).containsExactly(List.of("bob"), List.of("dave"), List.of("bob"));
    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary&at=2027-01-06T01:00:00Z")
        .then()
        .body("items[0].people", contains("bob"));
  }

  @Test
  void onceItIsOverItStays() {
    String location = add(request("bob", "dave")).extract().header("Location");
    time.set(Instant.parse("2027-01-07T00:00:00Z"));

    admin().delete(location).then().statusCode(409).body("type", equalTo("/errors.html#over"));
  }

  @Test
  void withoutABeginningItBeginsNow() {
    Map<String, Object> request = request(null, "dave");
    request.remove("from");

    add(request).statusCode(201);

    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary")
        .then()
        .body("items[0].people", contains("dave"));
  }

  @ParameterizedTest(name = "{0} = {1} is refused at {2}")
  @CsvSource(
      nullValues = "null",
      value = {
        "role, captain, /role",
        "role, null, /role",
        "kind, swap, /kind",
        "kind, remove, /person",
        "kind, add, /replaces",
        "person, ghost, /person",
        "person, null, /person",
        "person, bob, /person",
        "replaces, ghost, /replaces",
        "replaces, alice, /replaces",
        "from, 2027-01-01T00:00:00Z, /from",
        "from, soon, /from",
        "from, 2030-01-01T00:00:00Z, /to",
        "to, 2027-01-05T16:00:00Z, /to",
        "to, 2027-01-05T17:00:00Z, /to",
        "to, 2029-01-05T17:00:00Z, /to",
        "to, null, /to",
        "to, +10000-01-01T00:00:00Z, /to",
      })
  void senselessRequestsAreRefused(String field, String value, String pointer) {
    Map<String, Object> request = request("bob", "dave");
    request.put(field, value);

    add(request)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void controlCharactersInAReasonAreRefused() {
    Map<String, Object> request = request("bob", "dave");
    request.put("reason", "a\u0000b");

    add(request).statusCode(400).body("errors[0].pointer", equalTo("/reason"));
  }

  @Test
  void nobodyIsPrimaryAndSecondaryAtOnce() {
    Map<String, Object> request = request("charlie", "bob");
    request.put("role", "secondary");

    add(request).statusCode(400).body("errors[0].pointer", equalTo("/person"));
  }

  @Test
  void aRemovalLeavesAGap() {
    Map<String, Object> request = request("bob", null);
    request.put("kind", "remove");

    add(request).statusCode(201).body("kind", equalTo("remove")).body("$", not(hasKey("person")));

    assertThat(week("primary")).containsExactly(List.of("bob"), List.of("bob"));
    viewer()
        .get("/v1/rotations/" + id + "/shifts?from=" + TUESDAY + "&to=" + WEDNESDAY)
        .then()
        .body("gaps.role", contains("primary"))
        .body("gaps[0].start", equalTo(TUESDAY))
        .body("gaps[0].end", equalTo(WEDNESDAY));
  }

  @Test
  void anAddedPersonIsOnCallToo() {
    Map<String, Object> request = request(null, "dave");
    request.put("kind", "add");

    add(request).statusCode(201).body("author", equalTo("automation:admin"));

    assertThat(week("primary")).containsExactly(List.of("bob"), List.of("dave"));
    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary&at=2027-01-06T00:00:00Z")
        .then()
        .body("items.people", contains(List.of("bob"), List.of("dave")));
    add(request).statusCode(400).body("errors[0].pointer", equalTo("/person"));
  }

  @Test
  void nobodyLeavesTwice() {
    Map<String, Object> request = request("bob", null);
    request.put("kind", "remove");
    add(request).statusCode(201);

    add(request).statusCode(400).body("errors[0].pointer", equalTo("/replaces"));
  }

  @Test
  void aResponderOfTheTeamMayCover() {
    people("olga");
    TestKeys.grant("olga", "responder", "security");
    as(TestKeys.person("olga"))
        .body(request("bob", "dave"))
        .post(overrides())
        .then()
        .statusCode(201)
        .body("author", equalTo("person:olga"));
    people("otto");
    TestKeys.grant("otto", "responder", "network");
    as(TestKeys.person("otto"))
        .body(request("bob", "dave"))
        .post(overrides())
        .then()
        .statusCode(403);
    viewer().body(request("bob", "dave")).post(overrides()).then().statusCode(403);
  }

  @Test
  void unknownResourcesAreAProblem() {
    viewer().get(overrides() + "/nonsense").then().statusCode(404);
    viewer().get(overrides() + "/" + java.util.UUID.randomUUID()).then().statusCode(404);
    viewer().get("/v1/rotations/" + unique("ghost") + "/overrides").then().statusCode(404);
    viewer().get(overrides() + "?cursor=AAAA").then().statusCode(400);
    admin()
        .body(request("bob", "dave"))
        .post("/v1/rotations/" + unique("ghost") + "/overrides")
        .then()
        .statusCode(404);
  }
}
