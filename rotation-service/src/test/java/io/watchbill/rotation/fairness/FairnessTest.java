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
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.id.Ids;
import io.watchbill.rotation.Told;
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
  void thePlanProposesAVersionThatIsAcceptedByPuttingIt() {
    Map<String, Object> version =
        viewer()
            .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
            .then()
            .statusCode(200)
            .body("version.definition.roles[0].layers[0].turns", hasSize(3))
            .body("version.reasons[0]", startsWith("one change instead of "))
            .body("version.reasons[1]", matchesPattern("hours were up to .* apart, then .*"))
            .extract()
            .path("version");

    admin()
        .header("If-Match", version.get("ifMatch"))
        .body(version.get("definition"))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    viewer()
        .get("/v1/on-call?rotation=" + id)
        .then()
        .body("items.find { it.role == 'primary' }.people[0]", equalTo(bob));
    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
        .then()
        .body("$", not(hasKey("version")));
  }

  @Test
  void aProposedVersionThatIsStaleIsRefused() {
    Map<String, Object> version =
        viewer()
            .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
            .then()
            .extract()
            .path("version");
    admin()
        .body(body(primary(alice, bob, dave, charlie)))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    admin()
        .header("If-Match", version.get("ifMatch"))
        .body(version.get("definition"))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(412);
  }

  /** The version put last begins before the one that was put first, which then holds. */
  @Test
  void noVersionIsProposedOfADefinitionThatDoesNotHold() {
    String later = "2027-01-04T18:00:00Z";
    String unfair = body(primary(alice, bob, alice, dave));
    admin()
        .body(unfair.replaceFirst("\\{", "{\"effectiveFrom\": \"" + later + "\","))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);
    admin()
        .body(body(primary(alice, bob, alice, charlie, charlie)))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    time.set(Instant.parse(later).plusSeconds(60));

    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("version")));
  }

  @Test
  void aFairRotationIsLeftAlone() {
    String fair = unique("fair");
    rotation(fair, primary(bob, charlie, dave));

    viewer()
        .get("/v1/rotations/" + fair + "/fairness/plan?role=primary&days=90")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("version")));
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

  /** Bob's week of 4 January for alice's of 11 January. */
  private Map<String, Object> swap() {
    return Map.of(
        "give",
        Map.of(
            "person", bob,
            "role", "primary",
            "from", "2027-01-05T17:00:00Z",
            "to", "2027-01-06T17:00:00Z"),
        "take",
        Map.of(
            "person", alice,
            "role", "primary",
            "from", "2027-01-12T17:00:00Z",
            "to", "2027-01-14T17:00:00Z"));
  }

  /** Some of bob's first hour is over already. */
  @Test
  void aSwapIsSeenBeforeAnybodyIsAsked() {
    admin()
        .body(swap())
        .post("/v1/rotations/" + id + "/preview/swap?days=14")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItems(alice, bob))
        .body("sharesBefore.find { it.person == '" + bob + "' }.hours", equalTo(167))
        .body("sharesAfter.find { it.person == '" + bob + "' }.hours", equalTo(191))
        .body("sharesAfter.find { it.person == '" + alice + "' }.hours", equalTo(144))
        .body("gapsAfter", empty());

    viewer().get("/v1/rotations/" + id + "/swaps").then().body("items", empty());
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", empty());
    assertThat(Told.ofKind(id, "swap-asked")).isEmpty();
    viewer().body(swap()).post("/v1/rotations/" + id + "/preview/swap").then().statusCode(403);
  }

  private Map<String, Object> cover(Map<String, String> ask) {
    return Map.of(
        "role", "primary",
        "person", bob,
        "ask", ask,
        "reason", "family dinner",
        "from", "2027-01-05T17:00:00Z",
        "to", "2027-01-06T17:00:00Z");
  }

  @Test
  void coverIsSeenBeforeAnybodyIsAsked() {
    admin()
        .body(cover(Map.of("person", dave)))
        .post("/v1/rotations/" + id + "/preview/cover-request?days=14")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItem(dave))
        .body("sharesAfter.find { it.person == '" + dave + "' }.hours", equalTo(24));
    admin()
        .body(cover(Map.of("who", "anyone")))
        .post("/v1/rotations/" + id + "/preview/cover-request?days=14&taker=" + charlie)
        .then()
        .statusCode(200)
        .body("sharesAfter.find { it.person == '" + charlie + "' }.hours", equalTo(24));

    viewer().get("/v1/rotations/" + id + "/cover-requests").then().body("items", empty());
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", empty());
    assertThat(Told.ofKind(id, "cover-asked")).isEmpty();
  }

  @Test
  void previewsOfSwapsAndCoverAreJudgedAsTheyAre() {
    admin()
        .body(cover(Map.of("who", "team")))
        .post("/v1/rotations/" + id + "/preview/cover-request")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("taker"));
    admin()
        .body(cover(Map.of("who", "anyone")))
        .post("/v1/rotations/" + id + "/preview/cover-request?taker=" + bob)
        .then()
        .statusCode(400);
    admin()
        .body(cover(Map.of("person", alice)))
        .post("/v1/rotations/" + id + "/preview/cover-request?taker=" + dave)
        .then()
        .statusCode(403);
    admin()
        .body(Map.of("give", swap().get("give"), "take", swap().get("give")))
        .post("/v1/rotations/" + id + "/preview/swap")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/take/person"));
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
