package io.watchbill.rotation.archive;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArchiveTest {

  @Test
  void peopleWithFutureShiftsAreNotArchivedAndTheShiftsAreListed() {
    String person = unique("anna");
    people(person);
    String id = unique("security");
    rotation(id, weekly("primary", "2026-01-05T09:00", "alice " + person));

    admin()
        .delete("/v1/people/" + person)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.html#still-needed"))
        .body("errors.pointer", hasItem("/v1/rotations/" + id))
        .body("errors[0].detail", containsString("as primary, from"));

    admin()
        .body(body(standing("primary", "alice")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);
    admin().delete("/v1/people/" + person).then().statusCode(204);
    viewer().get("/v1/people/" + person).then().body("archivedAt", notNullValue());
  }

  @Test
  void archivedPeopleCannotBeNamedAndMayComeBack() {
    String person = unique("anna");
    people(person);
    admin().delete("/v1/people/" + person).then().statusCode(204);
    team("security", "alice");

    admin()
        .body(body(standing("primary", person)))
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(400);
    people(person);
    admin()
        .body(body(standing("primary", person)))
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(201);
  }

  @Test
  void aMemberOfATeamIsNotArchived() {
    String person = unique("anna");
    String team = unique("team");
    team(team, person);

    admin()
        .delete("/v1/people/" + person)
        .then()
        .statusCode(409)
        .body("errors.pointer", hasItem("/v1/teams/" + team));
  }

  @Test
  void aTeamWithRotationsIsNotArchived() {
    String team = unique("team");
    team(team, "alice");
    String id = unique("rotation");
    admin()
        .body(
            body(standing("lead", "alice"))
                .replace("\"team\": \"security\"", "\"team\": \"" + team + "\""))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);
    admin()
        .delete("/v1/teams/" + team)
        .then()
        .statusCode(409)
        .body("errors.pointer", hasItem("/v1/rotations/" + id));

    admin().delete("/v1/rotations/" + id + "?unchecked=true").then().statusCode(204);
    admin().delete("/v1/teams/" + team).then().statusCode(204);
    admin()
        .body(Map.of("name", "Back", "members", List.of("alice")))
        .put("/v1/teams/" + team)
        .then()
        .statusCode(200);
  }

  @Test
  void unknownResourcesAreAProblem() {
    admin().delete("/v1/people/" + unique("ghost")).then().statusCode(404);
    admin().delete("/v1/teams/" + unique("ghost")).then().statusCode(404);
    viewer().delete("/v1/people/" + unique("ghost")).then().statusCode(403);
  }
}
