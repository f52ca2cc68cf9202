package io.watchbill.rotation.fairness;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FairnessTest extends UnevenRotation {
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
  void itCountsTheHoursOfEachPerson() {
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
  void unknownResourcesHaveNoWorkingTime() {
    String range = "?from=2027-01-04T17:00:00Z&to=2027-01-05T17:00:00Z";
    viewer()
        .get("/v1/rotations/" + id + "/fairness" + range + "&role=captain")
        .then()
        .statusCode(404);
    viewer().get("/v1/rotations/" + unique("ghost") + "/fairness" + range).then().statusCode(404);
    viewer().get("/v1/rotations/" + id + "/fairness/plan").then().statusCode(400);
  }
}
