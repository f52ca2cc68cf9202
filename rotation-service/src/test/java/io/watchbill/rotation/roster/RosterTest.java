package io.watchbill.rotation.roster;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules of other programs. */
@QuarkusTest
class RosterTest {
  @Inject MovableTime time;

  private final String own = Ids.next().toString().substring(24);
  private final String id = "rotation-" + own;
  private final String alice = "alice-" + own;
  private final String bob = "bob-" + own;

  /** Monday 2027-01-04 09:00 in Los Angeles: alice's week begins, then it is bob's. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    team("security", alice, bob);
    admin()
        .body(body(weekly("primary", "2027-01-04T09:00", alice + " " + bob), later()))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  /** A role that nobody holds for four weeks. */
  private String later() {
    return weekly("later", "2027-02-01T09:00", alice);
  }

  private static String event(String summary, String from, String to, String... more) {
    return "BEGIN:VEVENT\r\nUID:"
        + Ids.next()
        + "\r\nDTSTAMP:20270101T000000Z\r\nSUMMARY:"
        + summary
        + "\r\nDTSTART:"
        + from
        + "\r\nDTEND:"
        + to
        + "\r\n"
        + String.join("", more)
        + "END:VEVENT\r\n";
  }

  private ValidatableResponse importing(String... events) {
    return importingFile(file(events), "primary");
  }

  private static String file(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
        + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  private ValidatableResponse importingFile(String file, String role) {
    return admin()
        .contentType("text/calendar")
        .body(file)
        .post("/v1/rotations/" + id + "/shifts/import?role=" + role)
        .then();
  }

  private List<List<String>> shifts(String from, String to) {
    return viewer()
        .get("/v1/rotations/" + id + "/shifts?role=primary&from=" + from + "&to=" + to)
        .then()
        .statusCode(200)
        .extract()
        .path("shifts.people");
  }

  @Test
  void whereTheScheduleHasSomebodyElseTheyAreOnCall() {
    importing(
            event("On Call - " + bob, "20270105T170000Z", "20270106T170000Z"),
            event(alice, "20270106T170000Z", "20270107T170000Z"))
        .statusCode(200)
        .body("made.person", contains(bob))
        .body("made.kind", contains("replace"))
        .body("unchanged", equalTo(1))
        .body("notUnderstood", empty());

    assertThat(shifts("2027-01-04T17:00:00Z", "2027-01-11T17:00:00Z"))
        .containsExactly(List.of(alice), List.of(bob), List.of(alice));
  }

  @Test
  void whereNobodyIsOnCallThePersonIsAdded() {
    String file = file(event(bob, "20270111T170000Z", "20270118T170000Z"));

    importingFile(file, "later").statusCode(200).body("made.kind", contains("add"));
  }

  @Test
  void repetitionsAreTakenOneByOneAndThoseMovedWhereTheyWent() {
    String uid = "UID:weekly-" + own + "\r\n";
    String first =
        event(bob, "20270105T080000Z", "20270105T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3\r\n")
            .replaceFirst("UID:.*\r\n", uid);
    String second =
        event(bob, "20270113T080000Z", "20270113T100000Z", "RECURRENCE-ID:20270112T080000Z\r\n")
            .replaceFirst("UID:.*\r\n", uid);
    String cancelled = event(bob, "20270107T080000Z", "20270107T100000Z", "STATUS:CANCELLED\r\n");

    importing(first, second, cancelled)
        .statusCode(200)
        .body("made.from", contains("2027-01-05T08:00:00Z", "2027-01-19T08:00:00Z"))
        // The second lies in bob's own week.
        .body("unchanged", equalTo(1));
  }

  @Test
  void anAttendeeIsKnownByTheirAddress() {
    admin()
        .body(Map.of("name", "Zoe", "timeZone", "UTC", "email", "zoe-" + own + "@example.org"))
        .put("/v1/people/zoe-" + own)
        .then()
        .statusCode(201);

    importing(
            event(
                "Primary",
                "20270105T170000Z",
                "20270106T170000Z",
                "ATTENDEE:mailto:Zoe-" + own + "@example.org\r\n"))
        .statusCode(200)
        .body("made.person", contains("zoe-" + own));
  }

  @Test
  void eventsThatAreNotUnderstoodAreNamed() {
    importing(
            event("Nobody " + own, "20270105T170000Z", "20270106T170000Z"),
            event(alice + "\\, " + bob, "20270107T170000Z", "20270108T170000Z"))
        .statusCode(200)
        .body("made", empty())
        .body("notUnderstood.why[0]", equalTo("it names nobody known"))
        .body("notUnderstood.why[1]", containsString("more than one person"));
  }

  @Test
  void sentAgainNothingIsMade() {
    String file = event(bob, "20270105T170000Z", "20270106T170000Z");
    importing(file).statusCode(200).body("made", hasSize(1));

    importing(file).statusCode(200).body("made", empty()).body("unchanged", equalTo(1));
  }

  @Test
  void ourOwnFeedChangesNothing() {
    String url =
        admin()
            .body(Map.of("rotation", id, "role", "primary"))
            .post("/v1/feeds")
            .then()
            .extract()
            .path("url");
    String feed = given().get(URI.create(url).getPath()).asString();

    importingFile(feed, "primary").statusCode(200).body("made", empty());
  }

  @Test
  void wrongFilesAndRolesAreRefused() {
    importingFile("BEGIN:NOTHING", "primary").statusCode(400);
    importingFile("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "captain")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("role"));
    people("zed-" + own);
    String daily =
        event("zed-" + own, "20270105T170000Z", "20270105T180000Z", "RRULE:FREQ=DAILY\r\n");
    importing(daily.replace("DAILY", "HOURLY"))
        .statusCode(400)
        .body("detail", containsString("2000"));
    importing(daily.replace("DAILY", "DAILY;BYHOUR=1,5,9,13"))
        .statusCode(400)
        .body("detail", containsString("1000"));
  }

  @Test
  void aDailyRotaOfAYearIsTakenOver() {
    String daily = event(bob, "20270104T170000Z", "20270105T170000Z", "RRULE:FREQ=DAILY\r\n");

    importing(daily).statusCode(200).body("notUnderstood", empty());

    assertThat(shifts("2027-11-01T17:00:00Z", "2027-12-01T17:00:00Z"))
        .allMatch(people -> people.equals(List.of(bob)));
  }

  @Test
  void timesWithoutAZoneAreThoseOfTheRotation() {
    importing(event(bob, "20270105T090000", "20270106T090000"))
        .statusCode(200)
        .body("made.from", contains("2027-01-05T17:00:00Z"))
        .body("made.to", contains("2027-01-06T17:00:00Z"));
  }

  @Test
  void eventsWithUnreadableTimesAreReported() {
    String lost =
        event(bob, "20270105T090000", "20270106T090000")
            .replace("DTSTART:", "DTSTART;TZID=Middle Earth:");

    importing(lost)
        .statusCode(200)
        .body("made", empty())
        .body("notUnderstood.summary", contains(bob))
        .body("notUnderstood.why", contains("the time zone 'Middle Earth' is unknown"));
  }

  @Test
  void onlyManagersTakeSchedulesOver() {
    people("rosa");
    TestKeys.grant("rosa", "responder", "security");

    as(TestKeys.person("rosa"))
        .contentType("text/calendar")
        .body("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        .post("/v1/rotations/" + id + "/shifts/import?role=primary")
        .then()
        .statusCode(403);
  }
}
