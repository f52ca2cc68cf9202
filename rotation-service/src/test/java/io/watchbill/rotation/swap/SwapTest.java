package io.watchbill.rotation.swap;

import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.rotation.NotifiedPeople;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwapTest {
  private static final String BOBS_WEEK = "2027-01-11T17:00:00Z";
  private static final String NEXT_WEEK = "2027-01-18T17:00:00Z";
  private static final String WEEK_AFTER = "2027-01-25T17:00:00Z";

  @Inject MovableTime time;

  private final String id = unique("security");

  /** A week before bob's, which charlie's follows. */
  @BeforeEach
  void itIsTheWeekBefore() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    rotation(
        id,
        weekly("primary", "2026-01-12T09:00", "alice bob charlie"),
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

  private static Map<String, Object> side(String person, String role, String from, String to) {
    return Map.of("person", person, "role", role, "from", from, "to", to);
  }

  private static Map<String, Object> weeks() {
    return Map.of(
        "give", side("bob", "primary", BOBS_WEEK, NEXT_WEEK),
        "take", side("charlie", "primary", NEXT_WEEK, WEEK_AFTER),
        "reason", "school holidays");
  }

  private ValidatableResponse propose(Map<String, Object> body) {
    return as(TestKeys.person("bob")).body(body).post("/v1/rotations/" + id + "/swaps").then();
  }

  private String proposed() {
    return propose(weeks())
        .statusCode(201)
        .body("state", equalTo("proposed"))
        .extract()
        .header("Location");
  }

  private List<List<String>> on(String role, String from, String to) {
    return viewer()
        .get("/v1/rotations/" + id + "/shifts?role=" + role + "&from=" + from + "&to=" + to)
        .then()
        .extract()
        .path("shifts.people");
  }

  @Test
  void acceptedItMakesTwoOverridesAtOnce() {
    String swap = proposed();
    assertThat(on("primary", BOBS_WEEK, WEEK_AFTER))
        .containsExactly(List.of("bob"), List.of("charlie"));

    as(TestKeys.person("charlie"))
        .post(swap + "/accept")
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("overrides", hasSize(2));

    assertThat(on("primary", BOBS_WEEK, WEEK_AFTER))
        .containsExactly(List.of("charlie"), List.of("bob"));
    assertThat(NotifiedPeople.about(id))
        .contains("swap-asked charlie", "swap-made lead", "swap-made bob");
  }

  @Test
  void primaryAndSecondaryOfOneWeekMayChangePlaces() {
    Map<String, Object> body =
        Map.of(
            "give", side("bob", "primary", BOBS_WEEK, NEXT_WEEK),
            "take", side("charlie", "secondary", BOBS_WEEK, NEXT_WEEK));
    String swap = propose(body).statusCode(201).extract().header("Location");

    as(TestKeys.person("charlie")).post(swap + "/accept").then().statusCode(200);

    assertThat(on("primary", BOBS_WEEK, NEXT_WEEK)).containsExactly(List.of("charlie"));
    assertThat(on("secondary", BOBS_WEEK, NEXT_WEEK)).containsExactly(List.of("bob"));
  }

  @Test
  void aPartOfAShiftIsSwappedToo() {
    Map<String, Object> body =
        Map.of(
            "give", side("bob", "primary", "2027-01-12T17:00:00Z", "2027-01-13T17:00:00Z"),
            "take", side("charlie", "primary", "2027-01-20T17:00:00Z", "2027-01-21T17:00:00Z"));
    String swap = propose(body).statusCode(201).extract().header("Location");

    as(TestKeys.person("charlie")).post(swap + "/accept").then().statusCode(200);

    assertThat(on("primary", BOBS_WEEK, NEXT_WEEK))
        .containsExactly(List.of("bob"), List.of("charlie"), List.of("bob"));
  }

  @Test
  void onlyTheOtherAccepts() {
    String swap = proposed();

    as(TestKeys.person("bob")).post(swap + "/accept").then().statusCode(403);
    as(TestKeys.person("dave")).post(swap + "/accept").then().statusCode(403);
    assertThat(on("primary", BOBS_WEEK, NEXT_WEEK)).containsExactly(List.of("bob"));
  }

  @Test
  void acceptedTwiceItIsMadeOnce() {
    String swap = proposed();
    as(TestKeys.person("charlie")).post(swap + "/accept").then().statusCode(200);
    as(TestKeys.person("charlie")).post(swap + "/accept").then().statusCode(200);

    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", hasSize(2));
  }

  @Test
  void declinedItIsOver() {
    String swap = proposed();
    as(TestKeys.person("charlie"))
        .post(swap + "/decline")
        .then()
        .statusCode(200)
        .body("state", equalTo("declined"));

    as(TestKeys.person("charlie"))
        .post(swap + "/accept")
        .then()
        .statusCode(409)
        .body("type", equalTo("/errors.html#settled"));
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", empty());
  }

  @Test
  void withdrawnItIsOver() {
    String swap = proposed();
    as(TestKeys.person("charlie")).post(swap + "/withdraw").then().statusCode(403);
    as(TestKeys.person("bob")).post(swap + "/withdraw").then().statusCode(200);

    as(TestKeys.person("charlie")).post(swap + "/accept").then().statusCode(409);
  }

  @Test
  void onceAShiftHasBegunItIsTooLate() {
    String swap = proposed();
    time.set(Instant.parse("2027-01-12T00:00:00Z"));

    as(TestKeys.person("charlie"))
        .post(swap + "/accept")
        .then()
        .statusCode(409)
        .body("type", equalTo("/errors.html#over"));
  }

  @Test
  void shiftsOfOthersCannotBeSwapped() {
    propose(
            Map.of(
                "give", side("bob", "primary", NEXT_WEEK, WEEK_AFTER),
                "take", side("charlie", "primary", NEXT_WEEK, WEEK_AFTER)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/give/person"));
    propose(
            Map.of(
                "give", side("bob", "primary", BOBS_WEEK, NEXT_WEEK),
                "take", side("ghost", "primary", NEXT_WEEK, WEEK_AFTER)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/take/person"));
    propose(
            Map.of(
                "give", side("bob", "primary", "2027-01-01T00:00:00Z", NEXT_WEEK),
                "take", side("charlie", "primary", NEXT_WEEK, WEEK_AFTER)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/give/from"));
  }
}
