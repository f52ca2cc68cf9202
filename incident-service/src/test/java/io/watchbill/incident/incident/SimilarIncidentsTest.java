package io.watchbill.incident.incident;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.sent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.incident.Message;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;

/** An incident shows earlier ones that had the same alerts. */
@QuarkusTest
class SimilarIncidentsTest {

  private static ValidatableResponse similar(String reference) {
    return admin().get("/v1/incidents/" + reference + "/similar").then().statusCode(200);
  }

  /** An incident with these alerts, which is over. */
  private static String before(String integration, String group, String... fingerprints) {
    Message fire = Message.of(group);
    Message end = Message.of(group);
    for (String fingerprint : fingerprints) {
      fire.firing(fingerprint, "warning");
      end.resolved(fingerprint);
    }
    String reference = sent(integration, fire);
    sent(integration, end);
    return reference;
  }

  @Test
  void incidentsBeforeWithTheSameAlertsAreListedTheNewestFirst() {
    String integration = integration();
    String first = before(integration, "A", "disk", "load");
    String second = before(integration, "B", "disk");
    before(integration, "C", "other");
    before(integration(), "D", "disk");

    String now =
        sent(integration, Message.of("E").firing("disk", "warning").firing("load", "warning"));

    similar(now)
        .body("items.reference", contains(second, first))
        .body("items.alertsInCommon", contains(1, 2))
        .body("items[0].state", equalTo("resolved"))
        .body("items[0].resolvedBy", equalTo(integration));
    given()
        .header("Authorization", "Bearer " + TestKeys.admin())
        .header("Accept", "text/html")
        .get("/incidents/" + now)
        .then()
        .statusCode(200)
        .body(containsString("Similar incidents before"), containsString(first + ":"));
  }

  @Test
  void anIncidentOpenedByHandHasNone() {
    String reference = opened("P3");

    similar(reference).body("items", empty());
    given()
        .header("Authorization", "Bearer " + TestKeys.admin())
        .header("Accept", "text/html")
        .get("/incidents/" + reference)
        .then()
        .body(not(containsString("Similar incidents before")));
  }

  @Test
  void thereAreNoneOfAnIncidentThatDoesNotExist() {
    admin().get("/v1/incidents/INC-999999999/similar").then().statusCode(404);
  }
}
