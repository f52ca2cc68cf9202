package io.watchbill.rotation.board;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of who is on call, as a browser without JavaScript uses them. */
@QuarkusTest
class OnCallPagesTest {
  private static final String FOUNDING_DAY =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:test
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20270101T000000Z
      DTSTART;VALUE=DATE:20270108
      SUMMARY:Founding Day
      END:VEVENT
      END:VCALENDAR
      """;

  @Inject MovableTime time;

  private final String id = unique("security");

  /** Monday 2027-01-04 09:00 in Los Angeles: bob's week begins. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    rotation(
        id, weekly("primary", "2026-01-05T09:00", "alice bob charlie"), standing("lead", "carol"));
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static RequestSpecification browser(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .header("Accept", "text/html")
        .cookie("watchbill-zone", "America/Los_Angeles")
        .redirects()
        .follow(false);
  }

  private static String page(String path) {
    return page(TestKeys.admin(), path);
  }

  private static String page(String key, String path) {
    return browser(key)
        .get(path)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .extract()
        .asString();
  }

  @Test
  void thePageSaysWhoIsOnCallUntilWhenAndWhoIsNext() {
    assertThat(page("/on-call"))
        .contains("/schedules/" + id, "primary", "Mon 11 Jan 09:00 PST", "no end in sight");
    assertThat(page("/fragments/rotation/on-call?team=nobody-has-this"))
        .contains("nobody is on call")
        .doesNotContain("<html");
  }

  @Test
  void thePersonOnCallIsToldSoAndTheOthersThatTheyAreNot() {
    TestKeys.grant("bob", "viewer", "");
    TestKeys.grant("alice", "viewer", "");

    assertThat(page(TestKeys.person("bob"), "/fragments/rotation/me"))
        .contains("You are on call as primary");
    assertThat(page(TestKeys.person("bob"), "/fragments/rotation/duty"))
        .contains("On call: primary,", "/schedules/" + id)
        .doesNotContain("<html");
    assertThat(page(TestKeys.viewer(), "/fragments/rotation/duty")).isBlank();
    assertThat(page(TestKeys.viewer(), "/fragments/rotation/me")).contains("never on call");
    String nobody = unique("zoe");
    TestKeys.grant(nobody, "viewer", "");
    assertThat(page(TestKeys.person(nobody), "/fragments/rotation/me"))
        .contains("You are not on call.");
    assertThat(page(TestKeys.person(nobody), "/fragments/rotation/duty")).contains("Not on call");
  }

  @Test
  void whoIsOnCallByAnOverrideAloneIsToldSo() {
    TestKeys.grant("dave", "viewer", "");
    override("replace", "dave", "bob", "Dentist");
    String line = "/fragments/rotation/duty";
    assertThat(page(TestKeys.person("dave"), line)).doesNotContain("/schedules/" + id);

    time.set(Instant.parse("2027-01-06T20:00:00Z"));
    assertThat(page(TestKeys.person("dave"), line)).contains("/schedules/" + id);
    time.set(Instant.parse("2027-01-07T04:00:00Z"));
    assertThat(page(TestKeys.person("dave"), line)).doesNotContain("/schedules/" + id);
  }

  @Test
  void aScheduleIsATableOfPeopleByDays() {
    assertThat(page("/schedules/" + id))
        .contains(
            "<th scope=\"row\"", "Mon 4 Jan", "Sun 17 Jan", "09:00–24:00", "aria-current=\"date\"");
    assertThat(page("/schedules/" + id + "?from=2027-03-01&weeks=5")).contains("Sun 4 Apr");
    browser(TestKeys.admin())
        .get("/schedules/" + id + "?from=yesterday")
        .then()
        .statusCode(400)
        .body(containsString("such as 2026-12-24"));
    browser(TestKeys.admin()).get("/schedules/" + unique("x")).then().statusCode(404);
  }

  @Test
  void aScheduleMarksNowHolidaysAndWhoIsAway() {
    String calendar = unique("days");
    admin().body(Map.of("name", "Ours")).put("/v1/holiday-calendars/" + calendar);
    admin()
        .contentType("text/calendar")
        .body(FOUNDING_DAY.replace("\n", "\r\n"))
        .put("/v1/holiday-calendars/" + calendar + "/days")
        .then()
        .statusCode(200);
    String marked = unique("marked");
    String away = unique("away");
    people(away);
    String layer =
        weekly("primary", "2026-01-05T09:00", away)
            .replace("\"cadence\"", "\"exceptHolidays\": [\"" + calendar + "\"], \"cadence\"");
    rotation(marked, layer);
    admin()
        .body(
            Map.of(
                "from", "2027-01-06T00:00:00Z",
                "to", "2027-01-07T00:00:00Z",
                "reason", "private"))
        .post("/v1/people/" + away + "/absences")
        .then()
        .statusCode(201);

    assertThat(page("/schedules/" + marked))
        .contains("Founding Day", "absent", "<strong>Now</strong>")
        .doesNotContain("private");
  }

  @Test
  void layersHaveTheirOwnShiftsBelowTheFinalOnes() {
    override("replace", "dave", "bob", PageBrowser.HOSTILE);
    override("add", "alice", null, "Training");

    String html = page("/schedules/" + id);

    assertThat(html)
        .contains("Layers, before overrides", "primary · weekly", "lead · standing")
        .contains("primary: <bdi>DAVE</bdi> instead of <bdi>BOB</bdi> 12:00–20:00")
        .contains("primary: <bdi>ALICE</bdi> in addition 12:00–20:00")
        // The layer still has bob there, the final shifts do not.
        .contains("<bdi>BOB</bdi> all day")
        .contains("Day by day", "&lt;img src=x")
        .doesNotContain("<img");
    assertThat(german("/schedules/" + id)).contains("Ebenen, vor Übergaben", "statt");
  }

  private void override(String kind, String person, String replaces, String reason) {
    Map<String, String> body = new HashMap<>();
    body.put("role", "primary");
    body.put("kind", kind);
    body.put("person", person);
    if (replaces != null) {
      body.put("replaces", replaces);
    }
    body.put("from", "2027-01-06T20:00:00Z");
    body.put("to", "2027-01-07T04:00:00Z");
    body.put("reason", reason);
    admin().body(body).post("/v1/rotations/" + id + "/overrides").then().statusCode(201);
  }

  private static String german(String path) {
    return browser(TestKeys.admin())
        .header("Accept-Language", "de")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void aSwapThatNobodyHasAnsweredHasItsLane() {
    assertThat(page("/schedules/" + id)).doesNotContain("<th scope=\"row\">Swaps proposed");
    admin()
        .body(
            Map.of(
                "give", side("charlie", "2027-01-11T17:00:00Z", "2027-01-12T17:00:00Z"),
                "take", side("alice", "2027-01-18T17:00:00Z", "2027-01-19T17:00:00Z")))
        .post("/v1/rotations/" + id + "/swaps")
        .then()
        .statusCode(201);

    assertThat(page("/schedules/" + id))
        .contains("Swaps proposed", "primary: <bdi>ALICE</bdi> instead of <bdi>CHARLIE</bdi>");
  }

  private static Map<String, String> side(String person, String from, String to) {
    return Map.of("person", person, "role", "primary", "from", from, "to", to);
  }

  @Test
  void gapsAheadAreShownToAll() {
    assertThat(page("/fragments/rotation/gaps")).containsAnyOf("No gaps", "Nobody is");
  }

  @Test
  void anOverrideIsSeenBeforeItIsMade() {
    String path = "/schedules/" + id + "/override";
    String query =
        "?role=primary&person=alice&replaces=bob&from=2027-01-05T09:00&to=2027-01-06T09:00";
    assertThat(page(path)).contains("Show what changes").doesNotContain("What changes</h2>");

    String seen = page(path + query);
    assertThat(seen).contains("What changes", "gains", "loses", "Tue 5 Jan");

    Map<String, String> form =
        Map.of(
            "once", once(seen),
            "role", "primary",
            "person", "alice",
            "replaces", "bob",
            "from", "2027-01-05T09:00",
            "to", "2027-01-06T09:00");
    for (int press = 0; press < 2; press++) {
      browser(TestKeys.admin())
          .formParams(form)
          .post(path)
          .then()
          .statusCode(303)
          .header("Location", containsString("/schedules/" + id));
    }
    assertThat(
            given()
                .header("Authorization", "Bearer " + TestKeys.admin())
                .get("/v1/rotations/" + id + "/overrides")
                .jsonPath()
                .getList("items"))
        .hasSize(1);
  }

  private static String once(String html) {
    Matcher matcher = Pattern.compile("name=\"once\" value=\"([^\"]+)\"").matcher(html);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void anOverrideThatCannotBeMadeSaysWhyAndKeepsWhatWasTyped() {
    browser(TestKeys.admin())
        .get("/schedules/" + id + "/override?role=primary&person=alice&to=soon&reason=Dinner")
        .then()
        .statusCode(400)
        .body(containsString("A day and a time"), containsString("value=\"Dinner\""));
    browser(TestKeys.viewer()).get("/schedules/" + id + "/override").then().statusCode(403);
  }
}
