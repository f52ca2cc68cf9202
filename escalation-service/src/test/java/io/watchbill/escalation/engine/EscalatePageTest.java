package io.watchbill.escalation.engine;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident is escalated by hand on a page. */
@QuarkusTest
class EscalatePageTest extends FromOutside {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private Incident incident;

  @BeforeEach
  void anIncident() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    policy(step("first", "primary"));
    incident = open(new Incident(own, "P1", now()).withTitle(HOSTILE));
    awaitPaged(incident, "alice");
  }

  private static RequestSpecification browser(String key) {
    return given().auth().oauth2(key).header("Accept", "text/html").redirects().follow(false);
  }

  @Test
  void somebodyNamedIsPagedOnceHoweverOftenTheFormIsSent() {
    browser(TestKeys.admin())
        .get("/escalate/" + incident.id)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body(containsString("&lt;img src=x"), not(containsString("<img")));

    for (int press = 0; press < 2; press++) {
      browser(TestKeys.admin())
          .formParam("once", own)
          .formParam("reason", "out-of-depth")
          .formParam("person", named("bob"))
          .post("/escalate/" + incident.id)
          .then()
          .statusCode(303)
          .header("Location", containsString("/incidents/INC-7"));
    }

    awaitPaged(incident, "alice", "bob");
  }

  @Test
  void whatCannotBeDoneSaysWhyAndKeepsWhatWasTyped() {
    browser(TestKeys.admin())
        .formParam("reason", "media")
        .formParam("note", "Call me")
        .formParam("rotation", "primary")
        .post("/escalate/" + incident.id)
        .then()
        .statusCode(400)
        .body(containsString("id=\"to-wrong\">Either a rotation and a role, or a person"))
        .body(containsString(">Call me</textarea>"));
  }

  @Test
  void whoHasNoRightEscalatesNothingAndSeesNothingOfTheIncident() {
    browser(TestKeys.viewer())
        .formParam("reason", "media")
        .post("/escalate/" + incident.id)
        .then()
        .statusCode(403)
        .body(not(containsString("&lt;img src=x")));
    for (String key : new String[] {TestKeys.viewer(), TestKeys.integration("prometheus")}) {
      browser(key)
          .get("/escalate/" + incident.id)
          .then()
          .statusCode(403)
          .body(not(containsString("&lt;img src=x")));
    }
    browser(TestKeys.admin())
        .get("/escalate/01a22f31-38d4-7b5a-82e8-dab122672780")
        .then()
        .statusCode(404);
  }

  @Test
  void theFormIsInGermanToo() {
    browser(TestKeys.admin())
        .header("Accept-Language", "de")
        .get("/escalate/" + incident.id)
        .then()
        .body(containsString("An wen"));
  }
}
