package io.watchbill.rotation.cover;

import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;

import io.restassured.response.ValidatableResponse;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Bob's week on call has begun, and he asks for cover of its second day. */
abstract class ShiftToCover {
  static final String TUESDAY = "2027-01-05T17:00:00Z";
  static final String WEDNESDAY = "2027-01-06T17:00:00Z";

  @Inject MovableTime time;

  final String id = unique("security");

  /** Monday 2027-01-04 09:00 in Los Angeles: bob's week begins. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    rotation(
        id,
        weekly("primary", "2026-01-05T09:00", "alice bob charlie"),
        follower("secondary", "primary", 1),
        standing("lead", "carol"));
    for (String person : List.of("alice", "bob", "charlie", "dave")) {
      TestKeys.grant(person, "responder", "security");
    }
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  String requests() {
    return "/v1/rotations/" + id + "/cover-requests";
  }

  static Map<String, Object> dentist() {
    Map<String, Object> body = new HashMap<>();
    body.put("role", "primary");
    body.put("from", TUESDAY);
    body.put("to", WEDNESDAY);
    body.put("reason", "dentist");
    return body;
  }

  ValidatableResponse ask(Map<String, Object> body) {
    return as(TestKeys.person("bob")).body(body).post(requests()).then();
  }

  String asked(Map<String, Object> body) {
    return ask(body).statusCode(201).extract().header("Location");
  }

  ValidatableResponse take(String request, String person) {
    return as(TestKeys.person(person)).post(request + "/take").then();
  }

  List<List<String>> primaries() {
    return viewer()
        .get(
            "/v1/rotations/"
                + id
                + "/shifts?from=2027-01-04T17:00:00Z&to=2027-01-11T17:00:00Z&role=primary")
        .then()
        .extract()
        .path("shifts.people");
  }
}
