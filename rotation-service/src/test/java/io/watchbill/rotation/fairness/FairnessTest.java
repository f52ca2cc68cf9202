package io.watchbill.rotation.fairness;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FairnessTest {
  @Inject MovableTime time;

  private final String own = Ids.next().toString().substring(24);
  private final String id = "rotation-" + own;
  private final String alice = "alice-" + own;
  private final String bob = "bob-" + own;
  private final String charlie = "charlie-" + own;
  private final String dave = "dave-" + own;

  /** Alice has every second week, bob and charlie every fourth; now bob's begins. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    people(alice, bob, charlie, dave);
    rotation(id, primary(alice, bob, alice, charlie));
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static String primary(String... turns) {
    return weekly("primary", "2026-12-28T09:00", String.join(" ", turns));
  }

  private void stand(String person, String replaces) {
    admin()
        .body(
            Map.of(
                "role", "primary",
                "replaces", replaces,
                "person", person,
                "from", "2027-01-05T17:00:00Z",
                "to", "2027-01-06T17:00:00Z"))
        .post("/v1/rotations/" + id + "/overrides")
        .then()
        .statusCode(201);
  }

  @Test
  void itSaysWhoStandsHowMuch() {
    stand(dave, bob);

    viewer()
        .get(
            "/v1/rotations/"
                + id
                + "/fairness?from=2026-12-28T17:00:00Z&to=2027-01-25T17:00:00Z&role=primary")
        .then()
        .statusCode(200)
        .body("people.find { it.person == '" + alice + "' }.hours", equalTo(336))
        .body("people.find { it.person == '" + alice + "' }.weekendHours", equalTo(96))
        .body("people.find { it.person == '" + alice + "' }.nightHours", equalTo(112))
        .body("people.find { it.person == '" + bob + "' }.skippedHours", equalTo(24))
        .body("people.find { it.person == '" + dave + "' }.extraHours", equalTo(24));
  }

  @Test
  void itKnowsHolidaysAndAbsences() {
    String calendar = unique("days");
    admin()
        .body(Map.of("name", "USA", "country", "us"))
        .put("/v1/holiday-calendars/" + calendar)
        .then()
        .statusCode(201);
    admin()
        .body(
            Map.of(
                "windows", List.of(Map.of("from", "mon 09:00", "to", "fri 17:00")),
                "holidays", List.of(calendar)))
        .put("/v1/people/" + alice + "/working-hours")
        .then()
        .statusCode(200);
    admin()
        .body(Map.of("from", "2027-01-18T00:00:00Z", "to", "2027-01-20T00:00:00Z"))
        .post("/v1/people/" + bob + "/absences")
        .then()
        .statusCode(201);

    viewer()
        .get(
            "/v1/rotations/"
                + id
                + "/fairness?from=2026-12-28T17:00:00Z&to=2027-01-25T17:00:00Z&role=primary")
        .then()
        .statusCode(200)
        // New Year's Day, and Martin Luther King's until she is relieved at 17:00.
        .body("people.find { it.person == '" + alice + "' }.holidayHours", equalTo(41))
        .body("people.find { it.person == '" + bob + "' }.absentHours", equalTo(48));
  }

  @Test
  void thePlanEvensOutAndItsProposalsCanBeMade() {
    List<Map<String, Object>> proposals =
        viewer()
            .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=56")
            .then()
            .statusCode(200)
            .body("proposals.replaces", hasItem(alice))
            .body("proposals.person", not(hasItem(alice)))
            .extract()
            .path("proposals");

    assertThat(proposals.getFirst().get("reason").toString())
        .startsWith("evens out: " + alice + " has");
    proposals.forEach(
        proposal ->
            admin()
                .body(proposal)
                .post("/v1/rotations/" + id + "/overrides")
                .then()
                .statusCode(201));
    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=56")
        .then()
        .body("proposals", empty());
  }

  @Test
  void whoIsAbsentIsRelievedByThePlan() {
    admin()
        .body(Map.of("from", "2027-01-18T17:00:00Z", "to", "2027-01-25T17:00:00Z"))
        .post("/v1/people/" + charlie + "/absences")
        .then()
        .statusCode(201);

    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=30")
        .then()
        .body("proposals.reason", hasItem(charlie + " is not there"));
  }

  @Test
  void aChangeIsSeenBeforeItIsMade() {
    admin()
        .body(body(primary(alice, bob, dave, charlie)))
        .post("/v1/rotations/" + id + "/preview?days=28")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItem(dave))
        .body("changes.findAll { it.change == 'lost' }.person", hasItem(alice))
        .body("gapsAfter", empty())
        .body("sharesBefore.person", hasItems(alice, bob, charlie))
        .body("sharesAfter.person", hasItems(alice, bob, charlie, dave));

    viewer().get("/v1/rotations/" + id + "/versions").then().body("items", hasSize(1));
  }

  @Test
  void anOverrideIsSeenBeforeItIsMade() {
    Map<String, String> override =
        Map.of(
            "role", "primary",
            "replaces", bob,
            "person", dave,
            "from", "2027-01-05T17:00:00Z",
            "to", "2027-01-06T17:00:00Z");

    admin()
        .body(override)
        .post("/v1/rotations/" + id + "/preview/override?days=28")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItem(dave))
        .body("sharesAfter.find { it.person == '" + dave + "' }.hours", equalTo(24));

    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", empty());
    viewer()
        .body(override)
        .post("/v1/rotations/" + id + "/preview/override")
        .then()
        .statusCode(403);
  }

  @Test
  void aPreviewIsJudgedAsTheChangeItself() {
    admin()
        .body(body(primary(alice, "ghost")))
        .post("/v1/rotations/" + id + "/preview")
        .then()
        .statusCode(400);
    admin()
        .header("If-Match", "\"99\"")
        .body(body(standing("primary", alice)))
        .post("/v1/rotations/" + id + "/preview")
        .then()
        .statusCode(412);
    viewer()
        .body(body(standing("primary", alice)))
        .post("/v1/rotations/" + id + "/preview")
        .then()
        .statusCode(403);
  }

  @Test
  void whatDoesNotExistIsNotCounted() {
    String range = "?from=2027-01-04T17:00:00Z&to=2027-01-05T17:00:00Z";
    viewer()
        .get("/v1/rotations/" + id + "/fairness" + range + "&role=captain")
        .then()
        .statusCode(404);
    viewer().get("/v1/rotations/" + unique("ghost") + "/fairness" + range).then().statusCode(404);
    viewer().get("/v1/rotations/" + id + "/fairness/plan").then().statusCode(400);
  }
}
