package io.watchbill.rotation.holiday;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holidays from a library or a file, and their effect on working time and shifts. */
@QuarkusTest
class HolidayTest {
  private static final String BERLIN =
      "{\"name\": \"Berlin\", \"country\": \"de\", \"region\": \"be\"}";

  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static String calendar(String body) {
    String id = unique("cal");
    admin().body(body).put("/v1/holiday-calendars/" + id).then().statusCode(201);
    return id;
  }

  private static String file(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
        + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\r\nUID:"
        + unique("u")
        + "\r\nDTSTAMP:20260101T000000Z\r\n"
        + lines.replace("\n", "\r\n")
        + "END:VEVENT\r\n";
  }

  private static io.restassured.response.ValidatableResponse put(String id, String file) {
    return admin()
        .contentType("text/calendar")
        .body(file)
        .put("/v1/holiday-calendars/" + id + "/days")
        .then();
  }

  @Test
  void aCountryAndRegionHaveTheirHolidays() {
    String id = calendar(BERLIN);

    viewer()
        .get("/v1/holiday-calendars/" + id + "/days?from=2026-01-01&to=2027-01-01")
        .then()
        .statusCode(200)
        .body("items.day", hasItems("2026-01-01", "2026-03-08", "2026-04-03", "2026-12-25"))
        .body("items.day", not(hasItem("2026-11-01")))
        .body("items.find { it.day == '2026-12-25' }.name", containsString("Christmas"));
  }

  @Test
  void aCountryWithRulesOfItsOwnIsNamedAsIsoDoes() {
    String id = calendar("{\"name\": \"Japan\", \"country\": \"JP\"}");

    viewer()
        .get("/v1/holiday-calendars/" + id + "/days?from=2026-05-01&to=2026-06-01")
        .then()
        .statusCode(200)
        .body("items.day", contains("2026-05-03", "2026-05-04", "2026-05-05"));
  }

  @Test
  void aFileHasSingleRepeatedAndLongHolidays() {
    String id = calendar("{\"name\": \"Ours\"}");
    String file =
        file(
            event(
                "SUMMARY:Founders' day\nDTSTART;VALUE=DATE:20260605\nRRULE:FREQ=YEARLY;COUNT=2\n"),
            event("SUMMARY:Shutdown\nDTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20261231\n"),
            event("SUMMARY:Party\nDTSTART:20260701T180000Z\nDTEND:20260701T200000Z\n"),
            event("SUMMARY:Off\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20260801\n"));

    put(id, file).statusCode(200).body("days", equalTo(5)).body("ignored", equalTo(2));

    viewer()
        .get("/v1/holiday-calendars/" + id + "/days?from=2026-01-01&to=2028-01-01")
        .then()
        .statusCode(200)
        .body(
            "items.day",
            contains("2026-06-05", "2026-12-28", "2026-12-29", "2026-12-30", "2027-06-05"));
  }

  @Test
  void aChangedFileLeavesThePastAsItWas() {
    String id = calendar("{\"name\": \"Ours\"}");
    LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    String past = today.minusDays(3).toString();
    String future = today.plusDays(3).toString();
    String later = today.plusDays(4).toString();
    put(
            id,
            file(
                event("DTSTART;VALUE=DATE:" + past.replace("-", "") + "\n"),
                event("DTSTART;VALUE=DATE:" + future.replace("-", "") + "\n")))
        .statusCode(200);

    put(id, file(event("DTSTART;VALUE=DATE:" + later.replace("-", "") + "\n"))).statusCode(200);

    viewer()
        .get("/v1/holiday-calendars/" + id + "/days?from=" + past + "&to=" + today.plusDays(9))
        .then()
        .statusCode(200)
        .body("items.day", contains(past, later));
  }

  @Test
  void holidaysAreNoWorkingTime() {
    String team = unique("team");
    team(team, "carol");
    String id = calendar(BERLIN);
    admin()
        .body(
            """
            {"timeZone": "Europe/Berlin", "holidays": ["%s"],
             "windows": [{"from": "mon 09:00", "to": "mon 17:00"},
                         {"from": "tue 09:00", "to": "tue 17:00"}]}
            """
                .formatted(id))
        .put("/v1/teams/" + team + "/working-hours")
        .then()
        .statusCode(200);

    viewer()
        .get(
            "/v1/teams/" + team + "/working-time?from=2026-04-05T22:00:00Z&to=2026-04-10T00:00:00Z")
        .then()
        .statusCode(200)
        .body("items.from", contains("2026-04-07T07:00:00Z"));
  }

  @Test
  void onAHolidayTheLayerThatIsForItWorks() {
    team("security", "alice", "bob", "carol");
    String calendar = calendar(BERLIN);
    String id = unique("r");
    admin()
        .body(
            body(
                """
                {"name": "primary", "layers": [
                  {"name": "usual", "start": "2026-01-05T00:00", "timeZone": "Europe/Berlin",
                   "cadence": {"every": 1, "unit": "week"}, "turns": [["alice"], ["bob"]],
                   "exceptHolidays": ["%1$s"]},
                  {"name": "holidays", "start": "2026-01-05T00:00", "timeZone": "Europe/Berlin",
                   "turns": [["carol"]], "onlyHolidays": ["%1$s"]}]}
                """
                    .formatted(calendar)))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);

    viewer()
        .get("/v1/rotations/" + id + "/shifts?from=2026-12-24T23:00:00Z&to=2026-12-25T23:00:00Z")
        .then()
        .statusCode(200)
        .body("shifts.people", contains(java.util.List.of("carol")))
        .body("gaps", equalTo(java.util.List.of()));
    admin().delete("/v1/holiday-calendars/" + calendar).then().statusCode(409);
  }

  @Test
  void aNewHolidayIsANewAnswerForTheShiftsThatItMoves() {
    team("security", "alice");
    String calendar = calendar("{\"name\": \"Ours\"}");
    String id = unique("r");
    admin()
        .body(
            body(
                """
                {"name": "primary", "layers": [{"name": "usual", "turns": [["alice"]],
                   "exceptHolidays": ["%s"]}]}
                """
                    .formatted(calendar)))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);
    LocalDate day = LocalDate.ofInstant(time.now().plus(Duration.ofDays(20)), ZoneOffset.UTC);
    String shifts =
        "/v1/rotations/"
            + id
            + "/shifts?from="
            + day
            + "T00:00:00Z&to="
            + day.plusDays(2)
            + "T00:00:00Z";
    String tag = viewer().get(shifts).then().statusCode(200).extract().header("ETag");

    put(calendar, file(event("DTSTART;VALUE=DATE:" + day.toString().replace("-", "") + "\n")))
        .statusCode(200);

    int gaps =
        viewer()
            .header("If-None-Match", tag)
            .get(shifts)
            .then()
            .statusCode(200)
            .extract()
            .path("gaps.size()");
    assertThat(gaps).isEqualTo(1);
  }

  @Test
  void aCalendarThatNothingNamesIsRemoved() {
    String id = calendar(BERLIN);

    admin().delete("/v1/holiday-calendars/" + id).then().statusCode(204);

    viewer().get("/v1/holiday-calendars/" + id).then().statusCode(404);
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /name",
        "{\"name\": \"x\", \"country\": \"atlantis\"} | /country",
        "{\"name\": \"x\", \"country\": \"../de\"} | /country",
        "{\"name\": \"x\", \"country\": \"de\", \"region\": \"zz\"} | /region",
        "{\"name\": \"x\", \"region\": \"be\"} | /region",
      })
  void wrongCalendarsAreNamed(String body, String pointer) {
    admin()
        .body(body)
        .put("/v1/holiday-calendars/" + unique("cal"))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "holidays", "BEGIN:VCARD\r\nEND:VCARD\r\n"})
  void aFileThatIsNoCalendarIsRefused(String file) {
    put(calendar("{\"name\": \"Ours\"}"), file).statusCode(400);
  }

  @Test
  void anEndlessFileIsRefused() {
    String daily = event("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY\n");

    put(calendar("{\"name\": \"Ours\"}"), file(daily))
        .statusCode(400)
        .body("detail", containsString("5000"));
  }

  @Test
  void theDaysOfACountryAreNotImported() {
    put(calendar(BERLIN), file()).statusCode(400);
  }

  @Test
  void onlyManagersChangeHolidays() {
    viewer().body(BERLIN).put("/v1/holiday-calendars/" + unique("cal")).then().statusCode(403);
  }
}
