package io.watchbill.rotation.workingtime;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose hours apply, and adding working time. */
@QuarkusTest
class WorkingTimeTest {
  private static final String WEEK =
      "/working-time?from=2026-03-02T00:00:00Z&to=2026-03-04T00:00:00Z";
  private static final String BERLIN = hours("Europe/Berlin");

  private static String hours(String zone) {
    return """
        {"timeZone": "%s", "windows": [{"from": "mon 09:00", "to": "mon 17:00"},
          {"from": "tue 09:00", "to": "tue 17:00"}]}
        """
        .formatted(zone);
  }

  private static String rotation(String team) {
    String id = unique("r");
    admin()
        .body(body(standing("lead", "carol")).replace("\"security\"", "\"" + team + "\""))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);
    return id;
  }

  @Test
  void withoutHoursItIsAlwaysWorkingTime() {
    String team = unique("team");
    team(team, "carol");
    String rotation = rotation(team);

    viewer()
        .get("/v1/rotations/" + rotation + WEEK)
        .then()
        .statusCode(200)
        .body("zone", equalTo("America/Los_Angeles"))
        .body("always", equalTo(true))
        .body("items", hasSize(1))
        .body("items[0].from", equalTo("2026-03-02T00:00:00Z"))
        .body("items[0].to", equalTo("2026-03-04T00:00:00Z"));
  }

  @Test
  void aRotationHasTheHoursOfItsTeamUntilItHasItsOwn() {
    String team = unique("team");
    team(team, "carol");
    String rotation = rotation(team);
    admin().body(BERLIN).put("/v1/teams/" + team + "/working-hours").then().statusCode(200);

    viewer()
        .get("/v1/rotations/" + rotation + WEEK)
        .then()
        .statusCode(200)
        .body("zone", equalTo("Europe/Berlin"))
        .body("always", nullValue())
        .body("items.from", contains("2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z"))
        .body("items.to", contains("2026-03-02T16:00:00Z", "2026-03-03T16:00:00Z"));

    String own = unique("r");
    admin()
        .body(
            body(standing("lead", "carol"))
                .replace("\"security\"", "\"" + team + "\"")
                .replaceFirst("\\{", "{\"hours\": " + hours("Asia/Tokyo") + ", "))
        .put("/v1/rotations/" + own)
        .then()
        .statusCode(201)
        .body("hours.timeZone", equalTo("Asia/Tokyo"));
    viewer()
        .get("/v1/rotations/" + own + WEEK)
        .then()
        .statusCode(200)
        .body("zone", equalTo("Asia/Tokyo"))
        .body("items.from", contains("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"));
  }

  @Test
  void aPersonHasTheHoursOfTheirTeamUntilTheyHaveTheirOwn() {
    String person = unique("p");
    String team = unique("team");
    team(team, person);
    viewer()
        .get("/v1/people/" + person + WEEK)
        .then()
        .statusCode(200)
        .body("always", equalTo(true));
    admin().body(BERLIN).put("/v1/teams/" + team + "/working-hours").then().statusCode(200);

    viewer()
        .get("/v1/people/" + person + WEEK)
        .then()
        .statusCode(200)
        .body("zone", equalTo("Europe/Berlin"));

    admin()
        .body("{\"windows\": [{\"from\": \"mon 12:00\", \"to\": \"mon 13:00\"}]}")
        .put("/v1/people/" + person + "/working-hours")
        .then()
        .statusCode(200);
    viewer()
        .get("/v1/people/" + person + WEEK)
        .then()
        .statusCode(200)
        .body("zone", equalTo("UTC"))
        .body("items.from", contains("2026-03-02T12:00:00Z"));

    admin().delete("/v1/people/" + person + "/working-hours").then().statusCode(204);
    viewer()
        .get("/v1/people/" + person + WEEK)
        .then()
        .statusCode(200)
        .body("zone", equalTo("Europe/Berlin"));
  }

  @Test
  void nothingNewIsAnsweredInOneLine() {
    String team = unique("team");
    team(team, "carol");
    String place = "/v1/teams/" + team;
    admin().body(BERLIN).put(place + "/working-hours").then().statusCode(200);
    String tag = viewer().get(place + WEEK).then().statusCode(200).extract().header("ETag");

    viewer().header("If-None-Match", tag).get(place + WEEK).then().statusCode(304);

    admin().body(hours("Asia/Tokyo")).put(place + "/working-hours").then().statusCode(200);
    viewer().header("If-None-Match", tag).get(place + WEEK).then().statusCode(200);
  }

  @Test
  void hoursAreChangedByTheirOwnerOrAManagerAndByNobodyElse() {
    String person = unique("p");
    people(person);
    TestKeys.grant(person, "viewer", "security");
    String place = "/v1/people/" + person + "/working-hours";

    as(TestKeys.person(person)).body(BERLIN).put(place).then().statusCode(200);
    viewer().body(BERLIN).put(place).then().statusCode(403);
    viewer().delete(place).then().statusCode(403);
    admin().body(BERLIN).put(place).then().statusCode(200);
  }

  @Test
  void aChangeOfADeletedResourceIsRefused() {
    String team = unique("team");
    team(team, "carol");
    String place = "/v1/teams/" + team + "/working-hours";
    String tag = admin().body(BERLIN).put(place).then().statusCode(200).extract().header("ETag");
    admin().body(hours("UTC")).put(place).then().statusCode(200);

    admin().header("If-Match", tag).body(BERLIN).put(place).then().statusCode(412);
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /windows",
        "{\"windows\": [{\"from\": \"mon 09:00\", \"to\": \"mon 17:00\"}]} | /timeZone",
        "{\"timeZone\": \"Mars/X\", \"windows\": []} | /timeZone",
        "{\"windows\": []} | /windows",
        "{\"windows\": [null]} | /windows/0",
        "{\"windows\": [{\"from\": \"mon 09:00\", \"to\": \"mon 09:00\"}]} | /windows/0",
        "{\"windows\": [{\"from\": \"mon 9:00\", \"to\": \"mon 24:00\"}]} | /windows/0/to",
        "{\"windows\": [{\"from\": \"mon 09:00\", \"to\": \"wed 09:00\"}, {\"from\": \"tue 09:00\","
            + " \"to\": \"tue 10:00\"}]} | /windows/1",
        "{\"windows\": [{\"from\": \"fri 20:00\", \"to\": \"mon 08:00\"}, {\"from\": \"mon 07:00\","
            + " \"to\": \"mon 10:00\"}]} | /windows/1",
        "{\"windows\": [], \"holidays\": [\"ghost\"]} | /holidays/0",
      })
  void wrongHoursAreNamed(String hours, String pointer) {
    String team = unique("team");
    team(team, "carol");
    admin()
        .body(hours)
        .put("/v1/teams/" + team + "/working-hours")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/working-time",
        "/working-time?from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z",
        "/working-time?from=2026-03-02T00:00:00Z&to=2027-12-02T00:00:00Z",
        "/working-time?from=yesterday&to=2027-12-02T00:00:00Z"
      })
  void wrongRangesAreRefused(String query) {
    team("security", "carol");
    viewer().get("/v1/teams/security" + query).then().statusCode(400);
  }

  @Test
  void hoursOfNobodyAreNotFound() {
    String ghost = unique("ghost");
    for (String kind : new String[] {"people", "teams", "rotations"}) {
      viewer().get("/v1/" + kind + "/" + ghost + WEEK).then().statusCode(404);
    }
    admin().body(BERLIN).put("/v1/teams/" + ghost + "/working-hours").then().statusCode(404);
    viewer().get("/v1/people/" + ghost + "/working-hours").then().statusCode(404);
  }

  @Test
  void businessHoursAndDaysAreAdded() {
    String team = unique("team");
    team(team, "carol");
    admin().body(BERLIN).put("/v1/teams/" + team + "/working-hours").then().statusCode(200);
    String add = "/v1/working-time/add?team=" + team + "&from=2026-03-02T15:00:00Z";

    viewer()
        .get(add + "&duration=PT2H")
        .then()
        .statusCode(200)
        .body("instant", equalTo("2026-03-03T09:00:00Z"));
    viewer()
        .get(add + "&days=2")
        .then()
        .statusCode(200)
        .body("instant", equalTo("2026-03-09T15:00:00Z"));
  }

  @Test
  void whetherItIsWorkingTimeIsSaidWithTheNextWindow() {
    String team = unique("team");
    team(team, "carol");
    admin().body(BERLIN).put("/v1/teams/" + team + "/working-hours").then().statusCode(200);
    String at = "/v1/working-time/at?team=" + team + "&at=";

    viewer()
        .get(at + "2026-03-02T15:00:00Z")
        .then()
        .statusCode(200)
        .body("working", equalTo(true))
        .body("until", equalTo("2026-03-02T16:00:00Z"))
        .body("next.from", equalTo("2026-03-03T08:00:00Z"));
    viewer()
        .get(at + "2026-03-04T15:00:00Z")
        .then()
        .statusCode(200)
        .body("working", equalTo(false))
        .body("until", nullValue())
        .body("next.from", equalTo("2026-03-09T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/add?team=security",
        "/add?team=security&days=1&duration=PT1H",
        "/add?team=security&days=-1",
        "/add?team=security&days=1001",
        "/add?team=security&duration=-PT1H",
        "/add?team=security&duration=P9999999D",
        "/add?team=security&duration=soon",
        "/add?days=1",
        "/add?team=security&person=carol&days=1",
        "/at?rotation=A",
        "/at"
      })
  void wrongQuestionsAreRefused(String query) {
    team("security", "carol");
    viewer().get("/v1/working-time" + query).then().statusCode(400);
  }
}
