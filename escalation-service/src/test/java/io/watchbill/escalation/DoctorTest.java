package io.watchbill.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only the escalation-service looks at. */
@QuarkusTest
class DoctorTest extends ServiceTest {

  private static List<String> said(String check) {
    return admin()
        .get("/v1/doctor/escalation")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList(
            "findings.findAll { it.check == '%s' }.collect { it.verdict + ' ' + it.text }"
                .formatted(check));
  }

  @Test
  void aMailServerThatAnswersIsFine() {
    assertThat(said("mail")).singleElement().asString().matches("OK The mail server .* answers\\.");
  }

  @Test
  void theSecretOfTheLinksIsNotBeingRenewed() {
    assertThat(said("links"))
        .containsExactly("OK Links are signed, and accepted, with one secret.");
  }

  @Test
  void nobodyOutsideWatches() {
    assertThat(said("heartbeat")).singleElement().asString().startsWith("WARN No outside monitor");
  }

  @Test
  void theLastResortIsMissedUntilThereIsOne() {
    admin().delete("/v1/last-resort");
    assertThat(said("last-resort")).singleElement().asString().startsWith("WARN There is no last");

    admin()
        .body("{\"kind\": \"terminal\", \"address\": \"last resort\"}")
        .put("/v1/last-resort")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));

    assertThat(said("last-resort")).containsExactly("OK There is a last-resort contact.");
    admin().delete("/v1/last-resort");
  }

  @Test
  void aPageThatWasAcknowledgedByItsLinkIsRemembered() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    open("P1");
    given().post(linkOf("alice")).then().statusCode(200);

    assertThat(said("last-page"))
        .singleElement()
        .asString()
        .startsWith("OK A page was last acknowledged by its link at 20");
  }

  @Test
  void aPageThatWasGivenUpIsCounted() {
    plant(
        """
        INSERT INTO past_delivery (id, page, incident, method, kind, address, provider, state,
                                   attempts, outcome_unknown, available_at, give_up_at, due_at, urgency)
        SELECT id, id, id, 'x', 'terminal', 'x', 'terminal', 'failed', 1, false, now(), now(), now(), 1
          FROM (SELECT uuid_at(now()) AS id) AS one
        """);

    assertThat(said("deliveries").getFirst())
        .startsWith("WARN Pages that were given up in the last 24 hours: ");
  }

  @Test
  void whichPolicyIsTheFallbackIsSaid() {
    assertThat(said("policies")).singleElement().asString().contains("fallback policy");
  }
}
