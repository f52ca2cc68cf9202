package io.watchbill.rotation;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The service's HTTP API, and what most tests need from it. */
public final class Api {

  // A machine that is busy with other things is no reason to fail.
  static {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
  }

  private Api() {}

  public static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }

  public static RequestSpecification admin() {
    return as(TestKeys.admin());
  }

  public static RequestSpecification viewer() {
    return as(TestKeys.viewer());
  }

  /** Returns an id that no other test uses. */
  public static String unique(String prefix) {
    return prefix + "-" + Ids.next();
  }

  public static void people(String... ids) {
    for (String id : ids) {
      admin()
          .body(Map.of("name", id.toUpperCase(java.util.Locale.ROOT), "timeZone", "UTC"))
          .put("/v1/people/" + id)
          .then()
          .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }
  }

  public static void team(String id, String... members) {
    people(members);
    admin()
        .body(Map.of("name", "Team " + id, "members", List.of(members)))
        .put("/v1/teams/" + id)
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  /** Returns the body of a rotation with these roles, in Los Angeles, of team security. */
  public static String body(String... roles) {
    return """
        {"name": "Security", "team": "security", "timeZone": "America/Los_Angeles", "roles": [%s]}
        """
        .formatted(String.join(", ", roles));
  }

  /** Returns a role of weekly turns; people of one turn are joined by a plus. */
  public static String weekly(String role, String start, String turns) {
    return """
        {"name": "%s", "layers": [{"name": "weekly", "start": "%s",
          "cadence": {"every": 1, "unit": "week"}, "turns": %s}]}
        """
        .formatted(role, start, turns(turns));
  }

  public static String standing(String role, String person) {
    return """
        {"name": "%s", "layers": [{"name": "standing", "turns": [["%s"]]}]}
        """
        .formatted(role, person);
  }

  public static String follower(String role, String followed, int offset) {
    return """
        {"name": "%s", "follows": {"role": "%s", "offset": %d}}
        """
        .formatted(role, followed, offset);
  }

  private static String turns(String turns) {
    return Arrays.stream(turns.split(" "))
        .map(turn -> "[\"" + turn.replace("+", "\", \"") + "\"]")
        .toList()
        .toString();
  }

  /** Creates a rotation, with the team and the people of the example. */
  public static ValidatableResponse rotation(String id, String... roles) {
    team("security", "alice", "bob", "charlie", "carol", "dave");
    return admin().body(body(roles)).put("/v1/rotations/" + id).then().statusCode(201);
  }
}
