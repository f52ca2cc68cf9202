package io.watchbill.rotation.person;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights over people come from the team that they belong to. */
@QuarkusTest
class OwnerTest {
  private final String own = unique("own");
  private final String other = unique("other");
  private final String ann = unique("ann");
  private final String bob = unique("bob");

  @Inject MovableTime time;

  private String in(int days) {
    return time.now().plus(Duration.ofDays(days)).toString();
  }

  /** Ann belongs to one team, bob to another; each team has a manager. */
  @BeforeEach
  void twoTeams() {
    for (String team : List.of(own, other)) {
      admin().body(Map.of("name", team)).put("/v1/teams/" + team).then().statusCode(201);
      TestKeys.grant("boss-" + team, "manager", team);
    }
    put(admin(), ann, own).then().statusCode(201);
    put(admin(), bob, other).then().statusCode(201);
  }

  private static RequestSpecification boss(String team) {
    return as(TestKeys.person("boss-" + team));
  }

  private static Response put(RequestSpecification by, String person, String team) {
    Map<String, String> body = new HashMap<>(Map.of("name", "X", "timeZone", "UTC"));
    if (team != null) {
      body.put("team", team);
    }
    return by.body(body).put("/v1/people/" + person);
  }

  private static Response members(RequestSpecification by, String team, String... members) {
    return by.body(Map.of("name", team, "members", List.of(members))).put("/v1/teams/" + team);
  }

  private Response hours(RequestSpecification by) {
    return by.body(
            """
            {"timeZone": "UTC", "windows": [{"from": "mon 09:00", "to": "mon 17:00"}]}
            """)
        .put("/v1/people/" + ann + "/working-hours");
  }

  private Response absence(RequestSpecification by, String person) {
    return by.body(Map.of("from", in(20), "to", in(21))).post("/v1/people/" + person + "/absences");
  }

  @Test
  void managersChangeThePeopleOfTheirTeamOnly() {
    put(boss(own), ann, null).then().statusCode(200).body("team", equalTo(own));
    put(boss(other), ann, null).then().statusCode(403);
    put(boss(other), ann, other).then().statusCode(403);
    put(boss(own), ann, other).then().statusCode(403);
    boss(other).delete("/v1/people/" + ann).then().statusCode(403);
    boss(own).delete("/v1/people/" + ann).then().statusCode(204);
  }

  @Test
  void peopleCreatedByAManagerBelongToTheirTeam() {
    String person = unique("new");
    put(boss(own), person, null).then().statusCode(201).body("team", equalTo(own));
    put(boss(own), unique("new"), other).then().statusCode(403);
    String nobodys = unique("new");
    put(admin(), nobodys, null).then().statusCode(201).body("team", nullValue());
    put(boss(own), nobodys, own).then().statusCode(403);
    put(as(TestKeys.automation("all-manager", "manager")), unique("new"), null)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/team"));
    put(admin(), unique("new"), "no-such-team").then().statusCode(400);
  }

  @Test
  void nobodyJoinsATeamUnasked() {
    members(boss(other), other, ann)
        .then()
        .statusCode(403)
        .body("errors.pointer", hasItem("/members"));
    absence(boss(other), ann).then().statusCode(403);

    boss(other).put("/v1/people/" + ann + "/teams/" + other).then().statusCode(403);
    as(TestKeys.person(ann)).put("/v1/people/" + ann + "/teams/" + other).then().statusCode(204);
    members(boss(other), other, ann).then().statusCode(200);

    absence(boss(other), ann).then().statusCode(403);
    absence(boss(own), ann).then().statusCode(201);
  }

  @Test
  void theManagerOfTheirTeamAgreesForThemAndTakesItBack() {
    boss(own).put("/v1/people/" + ann + "/teams/" + other).then().statusCode(204);
    as(TestKeys.viewer())
        .get("/v1/people/" + ann + "/teams")
        .then()
        .body("items.team", equalTo(List.of(other)));
    boss(own).delete("/v1/people/" + ann + "/teams/" + other).then().statusCode(204);

    members(boss(other), other, ann).then().statusCode(403);
    members(boss(other), other, bob).then().statusCode(200);
  }

  @Test
  void membershipGivesNoRightsOverSomebodyElsesPeople() {
    members(admin(), other, ann).then().statusCode(200);

    absence(boss(other), ann).then().statusCode(403);
    put(boss(other), ann, null).then().statusCode(403);
    hours(boss(other)).then().statusCode(403);
    hours(boss(own)).then().statusCode(200);
    boss(other).delete("/v1/people/" + ann + "/working-hours").then().statusCode(403);
    boss(own).delete("/v1/people/" + ann + "/working-hours").then().statusCode(204);
    boss(other)
        .body(Map.of("minutes", 5))
        .post("/v1/people/" + ann + "/away")
        .then()
        .statusCode(403);
  }

  @Test
  void aTeamPutsOnCallWhomItCanCallOn() {
    String rotation = unique("desk");
    rotation(boss(own), rotation, ann).then().statusCode(201);
    rotation(boss(own), unique("desk"), bob)
        .then()
        .statusCode(403)
        .body("errors.pointer", hasItem("/roles"));
    override(boss(own), rotation, bob).then().statusCode(403);

    members(admin(), own, bob).then().statusCode(200);

    override(boss(own), rotation, bob).then().statusCode(201);
    rotation(boss(own), unique("desk"), bob).then().statusCode(201);
  }

  private Response rotation(RequestSpecification by, String id, String person) {
    return by.body(
            """
            {"name": "Desk", "team": "%s", "timeZone": "UTC", "roles": [%s]}
            """
                .formatted(own, standing("primary", person)))
        .put("/v1/rotations/" + id);
  }

  private Response override(RequestSpecification by, String rotation, String person) {
    return by.body(
            Map.of(
                "role", "primary", "kind", "add", "person", person, "reason", "x", "from", in(20),
                "to", in(21)))
        .post("/v1/rotations/" + rotation + "/overrides");
  }

  @Test
  void calendarsOfHolidaysBelongToATeamToo() {
    String id = unique("days");
    Map<String, String> body = Map.of("name", "Days", "team", own);
    boss(own).body(body).put("/v1/holiday-calendars/" + id).then().statusCode(201);
    boss(other).body(body).put("/v1/holiday-calendars/" + id).then().statusCode(403);
    boss(other).delete("/v1/holiday-calendars/" + id).then().statusCode(403);
    boss(own)
        .body(Map.of("name", "Days"))
        .put("/v1/holiday-calendars/" + unique("days"))
        .then()
        .statusCode(403);
    boss(own).delete("/v1/holiday-calendars/" + id).then().statusCode(204);
  }
}
