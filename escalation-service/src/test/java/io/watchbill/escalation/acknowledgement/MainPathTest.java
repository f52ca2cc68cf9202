package io.watchbill.escalation.acknowledgement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.WebhookReceiver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the snapshot of an incident over a page to its acknowledgement, as peer services see it. */
@QuarkusTest
class MainPathTest extends FromOutside {

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "secondary", "bob");
    policy(
        step("primary", "primary"),
        step("secondary", "secondary", "\"after\": {\"sla\": \"acknowledge\"}"));
  }

  @Test
  void thePersonOnCallIsPagedByMailAndAcknowledgesByTheButton() {
    reachableByMail("alice");
    Incident incident = open("P1");
    String link = linkOf("alice");
    given().get(link).then().statusCode(200).body(containsString("<button"));

    given().post(link).then().statusCode(200).body(containsString("Acknowledged by"));

    soon(() -> assertThat(incidents.events("page.acknowledged", incident.id)).hasSize(1));
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("kind").asText())
                .contains("page", "delivery"));
    assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
        .containsExactly("sent");
  }

  @Test
  void aWebhookIsCalledWithTheWholePage() {
    WebhookReceiver receiver = new WebhookReceiver();
    contact(named("alice"), "hook", "webhook", receiver.url());

    Incident incident = open("P1", "data-breach");

    soon(() -> assertThat(receiver.calls()).isEqualTo(1));
    var data = receiver.bodies().getFirst().path("data");
    assertThat(data.path("incident").asText()).isEqualTo(incident.id);
    assertThat(data.path("person").asText()).isEqualTo(named("alice"));
    assertThat(data.path("acknowledge").asText()).startsWith("http://watchbill.test/acknowledge/");
  }

  @Test
  void theDryRunSaysWhoWouldBePaged() {
    soon(
        () ->
            admin()
                .body("{\"facts\": {\"severity\": \"P1\", \"acknowledgeSla\": \"PT15M\"}}")
                .post("/v1/policies/{id}/dry-run", own)
                .then()
                .statusCode(200)
                .body("pages.target", contains(named("alice"), named("bob"))));
  }
}
