package io.watchbill.rotation.oncall;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnCallTest {
  private static final String PRIMARY = weekly("primary", "2026-01-05T09:00", "alice bob charlie");

  @Test
  void itSaysWhoIsOnCallUntilWhenAndWhoIsNext() {
    String id = unique("security");
    rotation(id, PRIMARY, follower("secondary", "primary", 1), standing("lead", "carol"));

    viewer()
        .get("/v1/on-call?rotation=" + id + "&at=2026-01-06T00:00:00Z")
        .then()
        .statusCode(200)
        .body("items.rotation", contains(id, id, id))
        .body("items.role", contains("primary", "secondary", "lead"))
        .body("items.people", contains(List.of("alice"), List.of("bob"), List.of("carol")))
        .body("items[0].shift", equalTo(id + "/primary/weekly/1/0"))
        .body("items[0].until", equalTo("2026-01-12T17:00:00Z"))
        .body("items[0].next.people", contains("bob"))
        .body("items[0].next.start", equalTo("2026-01-12T17:00:00Z"))
        .body("items[2].until", nullValue())
        .body("items[2].next", nullValue());
  }

  @Test
  void aRoleThatNobodyHoldsIsNamed() {
    String id = unique("security");
    rotation(id, PRIMARY);

    viewer()
        .get("/v1/on-call?rotation=" + id + "&at=2025-12-24T00:00:00Z")
        .then()
        .body("items", empty())
        .body("gaps[0].role", equalTo("primary"))
        .body("gaps[0].byDesign", equalTo(false))
        .body("gaps[0].next.people", contains("alice"));
  }

  @Test
  void outsideBusinessHoursNobodyIsMissed() {
    String id = unique("desk");
    team("security", "carol");
    String hours =
        "\"mode\": \"business_hours\", \"hours\": {\"windows\": ["
            + "{\"from\": \"mon 09:00\", \"to\": \"mon 17:00\"}]}, \"roles\"";
    admin()
        .body(body(standing("desk", "carol")).replace("\"roles\"", hours))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);

    viewer()
        .get("/v1/on-call?rotation=" + id + "&at=2026-01-06T12:00:00Z")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("gaps[0].byDesign", equalTo(true))
        .body("gaps[0].next.people", contains("carol"))
        .body("gaps[0].next.start", equalTo("2026-01-12T17:00:00Z"));
  }

  @Test
  void allRotationsComeInOneCall() {
    String one = unique("security");
    String other = unique("security");
    rotation(one, standing("lead", "carol"));
    rotation(other, standing("lead", "dave"));

    as(TestKeys.service())
        .get("/v1/on-call?role=lead")
        .then()
        .statusCode(200)
        .body("items.rotation", hasItem(one))
        .body("items.rotation", hasItem(other));
  }

  @Test
  void severalRotationsAreAskedForAtOnce() {
    String one = unique("security");
    String other = unique("security");
    rotation(one, standing("lead", "carol"));
    rotation(other, standing("lead", "dave"));

    viewer()
        .get("/v1/on-call?rotation=" + one + "&rotation=" + other)
        .then()
        .body("items.rotation", containsInAnyOrder(one, other));
    viewer()
        .get("/v1/on-call?rotation=" + one + "&rotation=" + unique("ghost"))
        .then()
        .statusCode(404);
  }

  @Test
  void aTeamsAndAPersonsShiftIsAskedFor() {
    String id = unique("security");
    rotation(id, PRIMARY, standing("lead", "carol"));
    String at = "&at=2026-01-06T00:00:00Z";

    viewer().get("/v1/on-call?team=security" + at).then().body("items.rotation", hasItem(id));
    viewer().get("/v1/on-call?team=network" + at).then().body("items", empty());
    viewer()
        .get("/v1/on-call?person=alice&rotation=" + id + at)
        .then()
        .body("items.role", contains("primary"))
        .body("gaps", empty());
    viewer()
        .get("/v1/on-call?person=dave&rotation=" + id + at)
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void theShiftsAfterTheNextAreReturnedOnRequest() {
    String id = unique("security");
    rotation(id, PRIMARY);

    viewer()
        .get("/v1/on-call?rotation=" + id + "&at=2026-01-06T00:00:00Z&ahead=3")
        .then()
        .body("items[0].next.people", contains("bob"))
        .body("items[0].then.people", contains(List.of("charlie"), List.of("alice")));
    viewer().get("/v1/on-call?ahead=11").then().statusCode(400);
  }

  @Test
  void anUnchangedAnswerIsNotModified() {
    String id = unique("security");
    rotation(id, PRIMARY);
    String path = "/v1/on-call?rotation=" + id + "&at=2026-01-06T00:00:00Z";
    String tag = viewer().get(path).then().extract().header("ETag");

    viewer()
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(304)
        .header("Cache-Control", "private, no-cache");
    viewer()
        .header("If-None-Match", tag)
        .get("/v1/on-call?rotation=" + id + "&at=2026-01-13T00:00:00Z")
        .then()
        .statusCode(200);
  }

  @Test
  void unknownResourcesAreAProblem() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));

    viewer().get("/v1/on-call?rotation=" + unique("ghost")).then().statusCode(404);
    viewer().get("/v1/on-call?rotation=" + id + "&role=captain").then().statusCode(404);
    viewer().get("/v1/on-call?rotation=A%00").then().statusCode(400);
    viewer().get("/v1/on-call?at=yesterday").then().statusCode(400);
    viewer().get("/v1/on-call?at=%2B10000-01-01T00:00:00Z").then().statusCode(400);
  }

  @Test
  void anIntegrationMayNotAsk() {
    as(TestKeys.integration("prometheus")).get("/v1/on-call").then().statusCode(403);
  }
}
