package io.watchbill.incident.board;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The public URL has a path, which a proxy takes away: redirects lead through it, once. */
@QuarkusTest
@TestProfile(UnderAPathTest.Profile.class)
class UnderAPathTest {

  /** Watchbill below another host's path. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("watchbill.public-url", "https://ops.example/on-call");
    }
  }

  private static RequestSpecification browser() {
    return given()
        .header("Authorization", "Bearer " + TestKeys.admin())
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .redirects()
        .follow(false);
  }

  @Test
  void formsLeadBackToTheirPages() {
    String reference = opened("P2");

    browser()
        .formParam("text", "Looking into it.")
        .post("/incidents/" + reference + "/acknowledge")
        .then()
        .statusCode(303)
        .header("Location", "/on-call/incidents/" + reference);
    browser()
        .formParam("incident", reference)
        .formParam("action", "resolve")
        .post("/incidents")
        .then()
        .statusCode(303)
        .header("Location", "/on-call/incidents?sort=severity&state=open");
  }

  @Test
  void anOpenedIncidentIsShown() {
    String answer =
        browser()
            .formParams(
                Map.of(
                    "title", "Disk full",
                    "severity", "P2",
                    "team", "payments",
                    "once", UUID.randomUUID().toString()))
            .post("/incidents/new")
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    assertThat(answer).matches("/on-call/incidents/INC-\\d+");
  }
}
