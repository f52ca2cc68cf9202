package io.watchbill.escalation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in is answered with what was wrong, and never with a failure of ours. */
@QuarkusTest
class HostileInputTest extends FromOutside {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/policies/%00",
        "/v1/policies?cursor=AA",
        "/v1/policies?cursor=%25%25",
        "/v1/policies?limit=0",
        "/v1/policies?limit=many",
        "/v1/people/a%00b/contact-methods",
        "/v1/pages?incident=7",
        "/v1/pages?cursor=AA",
        "/v1/deliveries?state=%00",
        "/v1/deliveries?state=lost",
        "/v1/escalations?incident=' OR 1=1",
      })
  void aQuestionThatMakesNoSenseIsAProblem(String path) {
    admin().urlEncodingEnabled(false).get(path.replace(" ", "%20")).then().statusCode(400);
  }

  @Test
  void aPictureWithNulAndHugeTextsStillPages() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));

    Incident incident =
        open(new Incident(own, "P1", now()).withTitle("a\0b" + "x".repeat(200_000)));

    awaitPaged(incident, "alice");
    linkOf("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "\"text\"",
        "{\"id\": \"no-uuid\"}",
        "{\"id\": \"7f0c2f0e-6f0b-4b0e-9a55-000000000001\", \"version\": 1, \"round\": 1}",
        "{\"id\": \"7f0c2f0e-6f0b-4b0e-9a55-000000000001\", \"version\": 1, \"round\": 1,"
            + " \"state\": \"triggered\", \"anchors\": {\"triggered\": \"yesterday\"}}"
      })
  void anEventThatIsNoPictureIsInvalidAndHoldsUpNoOther(String data) {
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(
            """
            [{"specversion": "1.0", "id": "bad", "type": "incident.picture", "data": %s},
             {"specversion": "1.0", "id": "good", "type": "rotation.changed",
              "data": {"rotation": "any"}}]"""
                .formatted(data))
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items[0].status", equalTo("INVALID"), "items[1].status", equalTo("ACCEPTED"));
  }
}
