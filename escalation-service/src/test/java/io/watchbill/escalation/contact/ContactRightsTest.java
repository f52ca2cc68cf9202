package io.watchbill.escalation.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers of the team that a person belongs to help them with their contacts; others do not. */
@QuarkusTest
class ContactRightsTest extends ServiceTest {

  @BeforeEach
  void annBelongsToATeam() {
    TestKeys.belongs(ann(), own);
    TestKeys.grant(named("boss"), "manager", own);
    TestKeys.grant(named("other-boss"), "manager", named("other"));
  }

  private String ann() {
    return named("ann");
  }

  private RequestSpecification as(String person) {
    return given().auth().oauth2(TestKeys.person(named(person))).contentType("application/json");
  }

  private String mail() {
    return "{\"kind\": \"email\", \"address\": \"" + mail("ann") + "\"}";
  }

  private String path() {
    return "/v1/contact-methods/" + ann() + "/mail";
  }

  @Test
  void aManagerOfTheirTeamEntersAndRemovesContacts() {
    as("boss").body(mail()).put(path()).then().statusCode(201);
    as("boss").get(path()).then().statusCode(200).body("address", nullValue());
    as("boss")
        .body("{\"rules\": [{\"method\": \"mail\"}]}")
        .put("/v1/notification-rules/" + ann())
        .then()
        .statusCode(200);
    as("boss")
        .body("{\"rules\": []}")
        .put("/v1/notification-rules/" + ann())
        .then()
        .statusCode(200);
    as("boss").delete(path()).then().statusCode(oneOf(200, 204));
  }

  @Test
  void aManagerOfTheirTeamHelpsToVerify() {
    as("boss").body(mail()).put(path()).then().statusCode(201);

    as("boss").post(path() + "/verification").then().statusCode(200);
    as("boss").body("{\"code\": \"000000\"}").put(path() + "/verification").then().statusCode(400);
  }

  @Test
  void aManagerOfAnotherTeamMayNothing() {
    as("boss").body(mail()).put(path()).then().statusCode(201);

    as("other-boss").body(mail()).put(path()).then().statusCode(403);
    as("other-boss").delete(path()).then().statusCode(403);
    as("other-boss").post(path() + "/verification").then().statusCode(403);
    as("other-boss")
        .body("{\"rules\": []}")
        .put("/v1/notification-rules/" + ann())
        .then()
        .statusCode(403);
    as("other-boss").get(path()).then().statusCode(200).body("address", nullValue());
  }

  @Test
  void ofWhomNobodyKnowsTheTeamTheAdminsAnswer() {
    String path = "/v1/contact-methods/" + named("new") + "/mail";
    as("boss").body(mail()).put(path).then().statusCode(403);
    admin().body(mail()).put(path).then().statusCode(201);
  }
}
