package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody may do does not depend on how they say who they are. */
@QuarkusTest
class GrantsTest extends OfThings {

  @Test
  void aSessionHasTheRightsThatTheKeyOfTheSamePersonHas() {
    String key = TestKeys.person("erin");
    TestKeys.grant("erin", "responder", "security");
    TestKeys.grant("erin", "viewer", "");

    String bySession =
        session("erin").get("/v1/caller").then().statusCode(200).extract().asString();

    assertThat(bySession)
        .isEqualTo(as(key).get("/v1/caller").then().statusCode(200).extract().asString())
        .contains("responder", "security", "viewer");
  }

  @Test
  void aSessionOpensWhatItsRightsOpenAndNoMore() {
    TestKeys.grant("frank", "responder", "security");

    session("frank").get("/things/of-team/security").then().statusCode(200);
    session("frank").get("/things/of-team/network").then().statusCode(403);
    session("frank").body("{\"id\": \"x\"}").post("/things").then().statusCode(403);
  }

  @Test
  void aSessionWithoutGrantsOpensNothing() {
    session("nobody-in-particular").get("/things").then().statusCode(403);
    session("nobody-in-particular")
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("id", equalTo("nobody-in-particular"), "grants", empty());
  }

  @Test
  void theScopesOfAKeyAreItsOwnAndComeBeforeTheGrantsOfItsPrincipal() {
    as(TestKeys.automation("scoped", "auditor"))
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("grants.right", equalTo(List.of("auditor")));
  }

  private static RequestSpecification session(String person) {
    return given()
        .cookie(TestSessions.COOKIE_OF_HTTPS, TestSessions.person(person))
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/json");
  }
}
