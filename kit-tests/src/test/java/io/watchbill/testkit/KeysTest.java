package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which key opens what. */
@QuarkusTest
class KeysTest extends OfThings {
  @Inject MovableTime time;

  @Test
  void everyEndpointDeclaresItsRight() {
    EndpointRights.assertAllDeclared("io.watchbill.testkit", Set.of());
  }

  @Test
  void withoutAKeyNothingOpens() {
    given()
        .get("/things")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("type", equalTo("/errors.html#unauthenticated"));
  }

  @Test
  void aWrongKeyOpensNothing() {
    as("wb_000000000000_00000000000000000000000000000000").get("/things").then().statusCode(401);
    as("nonsense").get("/things").then().statusCode(401);
  }

  @Test
  void aLowerRightDoesNotOpenWhatNeedsAHigherOne() {
    as(TestKeys.viewer())
        .body(Map.of("id", "x"))
        .post("/things")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void whoGuessesIsSlowedDownAndNoHolderIsLockedOut() {
    String key = TestKeys.automation("guessed-at", "viewer");
    String wrong = key.substring(0, key.length() - 32);
    for (int i = 0; i < 60; i++) {
      as(wrong + "%032d".formatted(i)).get("/things");
    }
    throttled(wrong + "0".repeat(31) + "x")
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-9][0-9]?"))
        .body("type", equalTo("/errors.html#too-many-requests"));
    throttled("wb_000000000000_" + "0".repeat(32));
    throttled("nonsense");

    as(key).get("/things").then().statusCode(200);
    as(TestKeys.automation("never-used-before", "viewer")).get("/things").then().statusCode(200);
    time.advance(Duration.ofMinutes(5));
    as(wrong + "0".repeat(31) + "x").get("/things").then().statusCode(401);
    time.reset();
  }

  /** Every few seconds one more failure is borne: then the next one is not. */
  private static ValidatableResponse throttled(String key) {
    Response answer = as(key).get("/things");
    for (int i = 0; i < 5 && answer.statusCode() == 401; i++) {
      answer = as(key).get("/things");
    }
    return answer.then().statusCode(429);
  }

  @Test
  void anAdminOfOneTeamIsNoAdminOfTheInstallation() {
    String key = TestKeys.person("team-admin");
    TestKeys.grant("team-admin", "admin", "security");
    as(key).get("/things/of-team/security").then().statusCode(200);
    as(key)
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("grants.right", equalTo(List.of("manager")), "grants.team[0]", equalTo("security"));
  }

  @Test
  void aRevokedKeyOpensNothing() throws Exception {
    String key = TestKeys.automation("revoked", "viewer");
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE access.api_key SET revoked_at = now() WHERE principal = 'revoked'");
    }
    as(key).get("/things").then().statusCode(401);
  }

  @Test
  void aKeyInAPathOpensThatPathOnly() {
    String key = TestKeys.integration("prometheus");
    given().get("/things/by-key/" + key).then().statusCode(200).body(equalTo("prometheus"));
    given().get("/things/of-team/" + key).then().statusCode(401);
    as(key).get("/things").then().statusCode(403);
  }

  @Test
  void aRightForOneTeamIsNoneForAnother() {
    String key = TestKeys.person("dora");
    TestKeys.grant("dora", "responder", "security");
    as(key).get("/things/of-team/security").then().statusCode(200);
    as(key).get("/things/of-team/network").then().statusCode(403);
  }
}
