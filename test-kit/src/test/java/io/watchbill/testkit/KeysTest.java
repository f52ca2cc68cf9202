package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which key opens what. */
@QuarkusTest
class KeysTest extends OfThings {

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
        .body("type", equalTo("urn:watchbill:unauthenticated"));
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
