package io.watchbill.rotation.absence;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.kit.id.Ids;
import io.watchbill.rotation.NotifiedPeople;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AbsenceTest {
  @Inject MovableTime time;

  private final String own = Ids.next().toString().substring(24);
  private final String id = "rotation-" + own;
  private final String ann = "ann-" + own;
  private final String ben = "ben-" + own;
  private final String cid = "cid-" + own;
  private final String eve = "eve-" + own;

  /** Monday 2027-01-04 09:00 in Los Angeles: ben's week as primary begins, cid is secondary. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    team("team-" + own, ann, ben, cid, eve);
    admin()
        .body(
            """
            {"name": "Own", "team": "team-%s", "timeZone": "America/Los_Angeles", "roles": [%s]}
            """
                .formatted(
                    own,
                    String.join(
                        ", ",
                        weekly("primary", "2026-01-05T09:00", ann + " " + ben + " " + cid),
                        follower("secondary", "primary", 1),
                        standing("lead", eve))))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);
    TestKeys.grant(ben, "responder", "team-" + own);
    TestKeys.grant(cid, "responder", "team-" + own);
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private ValidatableResponse away(String from, String to) {
    return as(TestKeys.person(ben))
        .body(Map.of("from", from, "to", to, "reason", "surgery"))
        .post("/v1/people/" + ben + "/absences")
        .then();
  }

  @Test
  void anAbsenceAsksForCoverOfEachShiftInAllRoles() {
    away("2027-01-20T00:00:00Z", "2027-02-10T00:00:00Z")
        .statusCode(201)
        .body("requests.role", containsInAnyOrder("secondary", "primary", "secondary"))
        .body("requests.state", hasItem("open"))
        .body("uncovered", hasSize(3))
        .body("warnings", contains("3 shifts are not covered"));

    assertThat(NotifiedPeople.about(id))
        .contains("cover-asked " + ann, "cover-asked " + cid)
        .doesNotContain("cover-asked " + ben);
  }

  @Test
  void lateNoticeIsWarnedOf() {
    away("2027-01-08T17:00:00Z", "2027-01-09T17:00:00Z")
        .statusCode(201)
        .body("warnings", hasItem("notice is 3 days; 14 are recommended"));
  }

  @Test
  void aTakenRequestIsCovered() {
    String absence =
        away("2027-01-08T17:00:00Z", "2027-01-09T17:00:00Z").extract().header("Location");
    String request = viewer().get(absence).then().extract().path("requests[0].id");
    as(TestKeys.person(cid))
        .post("/v1/rotations/" + id + "/cover-requests/" + request + "/take")
        .then()
        .statusCode(200);

    viewer().get(absence).then().body("requests.takenBy", contains(cid)).body("uncovered", empty());
  }

  @Test
  void takenBackItsOpenRequestsAreToo() {
    String absence =
        away("2027-01-08T17:00:00Z", "2027-01-09T17:00:00Z").extract().header("Location");
    as(TestKeys.person(ben)).delete(absence).then().statusCode(204);
    as(TestKeys.person(ben)).delete(absence).then().statusCode(204);

    viewer().get(absence).then().body("requests.state", contains("withdrawn"));
    viewer().get("/v1/people/" + ben + "/absences").then().body("items", empty());
  }

  @Test
  void theReasonIsThePersonsAndTheirManagers() {
    String absence =
        away("2027-01-20T00:00:00Z", "2027-01-21T00:00:00Z").extract().header("Location");

    admin().get(absence).then().body("reason", equalTo("surgery"));
    as(TestKeys.person(cid)).get(absence).then().body("$", not(hasKey("reason")));
  }

  @Test
  void nobodySendsAnotherAway() {
    as(TestKeys.person(cid))
        .body(Map.of("to", "2027-01-21T00:00:00Z"))
        .post("/v1/people/" + ben + "/absences")
        .then()
        .statusCode(403);
    admin()
        .body(Map.of("to", "2027-01-21T00:00:00Z"))
        .post("/v1/people/" + unique("ghost") + "/absences")
        .then()
        .statusCode(404);
    away("2027-01-01T00:00:00Z", "2027-01-21T00:00:00Z")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/from"));
  }

  @Test
  void aPersonWhoStepsAwayHandsOverToTheSecondary() {
    as(TestKeys.person(ben))
        .body(Map.of("minutes", 45, "reason", "dentist"))
        .post("/v1/people/" + ben + "/away")
        .then()
        .statusCode(201)
        .body("kind", equalTo("away"))
        .body("handedOver.person", contains(cid))
        .body("uncovered", empty())
        .body("warnings", empty());

    viewer()
        .get("/v1/on-call?rotation=" + id)
        .then()
        .body("items.find { it.role == 'primary' }.people", contains(cid))
        .body("items.find { it.role == 'primary' }.until", equalTo(minutesOn(45)))
        .body("items.find { it.role == 'secondary' }.people", contains(ann));
    assertThat(NotifiedPeople.about(id)).contains("away " + cid, "away lead");
  }

  /** The clock runs: the end comes from what was stored. */
  private String minutesOn(int minutes) {
    String start =
        viewer().get("/v1/people/" + ben + "/absences").then().extract().path("items[0].from");
    return Instant.parse(start).plusSeconds(60L * minutes).toString();
  }

  @Test
  void backEarlyTheShiftIsTheirsAgain() {
    String absence =
        as(TestKeys.person(ben))
            .body(Map.of("minutes", 45))
            .post("/v1/people/" + ben + "/away")
            .then()
            .extract()
            .header("Location");
    as(TestKeys.person(ben)).delete(absence).then().statusCode(204);

    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary")
        .then()
        .body("items[0].people", contains(ben));
  }

  @Test
  void shiftsWithoutASecondaryAreUncovered() {
    as(TestKeys.person(cid))
        .body(Map.of("minutes", 10))
        .post("/v1/people/" + cid + "/away")
        .then()
        .statusCode(201)
        .body("handedOver", empty())
        .body("uncovered.role", contains("secondary"))
        .body("warnings", contains("1 shifts are not covered"));
  }

  @Test
  void nobodyIsAwayForNoTime() {
    as(TestKeys.person(cid))
        .body(Map.of("minutes", 0))
        .post("/v1/people/" + cid + "/away")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/minutes"));
  }

  @Test
  void aCalendarFileBringsAbsencesOnce() {
    String file =
        """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//Example//EN\r
        BEGIN:VEVENT\r
        UID:holidays@example.org\r
        DTSTAMP:20270101T000000Z\r
        DTSTART;VALUE=DATE:20270201\r
        DTEND;VALUE=DATE:20270203\r
        SUMMARY:Holidays\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        UID:course@example.org\r
        DTSTAMP:20270101T000000Z\r
        DTSTART:20270110T080000Z\r
        DTEND:20270110T100000Z\r
        RRULE:FREQ=WEEKLY;COUNT=3\r
        SUMMARY:Course\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        UID:past@example.org\r
        DTSTAMP:20260101T000000Z\r
        DTSTART:20260110T080000Z\r
        DTEND:20260110T100000Z\r
        END:VEVENT\r
        END:VCALENDAR\r
        """;

    importing(file)
        .statusCode(200)
        .body(
            "items.from",
            containsInAnyOrder(
                "2027-02-01T00:00:00Z",
                "2027-01-10T08:00:00Z",
                "2027-01-17T08:00:00Z",
                "2027-01-24T08:00:00Z"))
        .body(
            "items.find { it.from == '2027-02-01T00:00:00Z' }.to", equalTo("2027-02-03T00:00:00Z"))
        .body("items.find { it.from == '2027-01-10T08:00:00Z' }.requests", hasSize(1));

    importing(file).statusCode(200).body("items", empty());
    importing("no calendar").statusCode(400);
    importing(file.replace("DTSTART:20270110T080000Z", "DTSTART;TZID=Middle Earth:20270110T080000"))
        .statusCode(200)
        .body("notUnderstood.summary", contains("Course"))
        .body("notUnderstood.why", contains("the time zone 'Middle Earth' is unknown"));
  }

  private ValidatableResponse importing(String file) {
    return as(TestKeys.person(ben))
        .contentType("text/calendar")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/v1/people/" + ben + "/absences/import")
        .then();
  }

  @Test
  void sentTwiceItIsOneAbsence() {
    String key = unique("key");
    for (int i = 0; i < 2; i++) {
      as(TestKeys.person(ben))
          .header("Idempotency-Key", key)
          .body(Map.of("minutes", 45))
          .post("/v1/people/" + ben + "/away")
          .then()
          .statusCode(201);
    }

    viewer().get("/v1/people/" + ben + "/absences").then().body("items", hasSize(1));
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", hasSize(1));
  }
}
