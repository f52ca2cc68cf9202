package io.watchbill.escalation.acknowledgement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every acknowledgement is recorded, and its person is not paged again. */
@QuarkusTest
class OwnAcknowledgementTest extends ServiceTest {

  @BeforeEach
  void twoWaysToReachBob() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    contact(named("bob"), "late", "email", mail("late"));
    admin()
        .body("{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"late\", \"delay\": \"PT5M\"}]}")
        .put("/v1/notification-rules/{p}", named("bob"))
        .then()
        .statusCode(200);
  }

  private void aStepThatGoesOnWhileOpen() {
    policy(
        step("primary", "primary"),
        step(
            "second",
            "secondary",
            "\"while\": \"open\"",
            "\"repeat\": {\"every\": \"PT30M\", \"times\": 1}"));
  }

  private void twoMustAcknowledge() {
    policy(
        step(
            "both",
            "primary",
            "\"acknowledgements\": 2",
            "\"repeat\": {\"every\": \"PT10M\", \"times\": 1}"),
        step("second", "secondary", "\"acknowledgements\": 2"));
  }

  private Incident backedUp() {
    policy(step("primary", "primary"));
    Incident incident = open("P2");
    given().post(linkOf("alice")).then().statusCode(200);
    admin().body("{}").post("/v1/escalations/{i}/backup", incident.id).then().statusCode(200);
    return incident;
  }

  private List<String> acknowledgers(Incident incident) {
    return incidents.events("page.acknowledged", incident.id).stream()
        .map(event -> event.path("person").asText().replace(own + "-", ""))
        .toList();
  }

  private void awaitLateDelivery(Incident incident, String state) {
    soon(
        () ->
            assertThat(
                    this.<String>values(
                        "/v1/deliveries?incident=" + incident.id,
                        "items.findAll { it.method == 'late' }.state"))
                .containsExactly(state));
  }

  @Test
  void thePageShowsTheSecondPersonWhoAcknowledged() {
    Incident incident = backedUp();
    String link = linkOf("bob");
    given()
        .get(link)
        .then()
        .statusCode(200)
        .body(containsString("Acknowledged by " + named("alice")), containsString("<button"));

    given()
        .post(link)
        .then()
        .statusCode(200)
        .body(
            containsString("Acknowledged by " + named("bob")),
            containsString("Also acknowledged by\n" + named("alice")),
            not(containsString("<button")));

    soon(() -> assertThat(acknowledgers(incident)).containsExactly("alice", "bob"));
  }

  @Test
  void aPersonWhoAcknowledgesAfterOthersIsNotPagedAgain() {
    Incident incident = backedUp();
    given().post(linkOf("bob")).then().statusCode(200);
    awaitLateDelivery(incident, "dropped");

    later(Duration.ofMinutes(6));

    turnsPass();
    assertThat(Mailbox.of(mail("late"))).isEmpty();
  }

  @Test
  void withoutAnAcknowledgementOfTheirOwnTheyAreCalledOn() {
    backedUp();

    later(Duration.ofMinutes(6));

    soon(() -> assertThat(Mailbox.of(mail("late"))).hasSize(1));
  }

  @Test
  void byTheApiItIsTheSame() {
    Incident incident = backedUp();
    linkOf("bob");
    String page =
        get("/v1/pages?incident=" + incident.id)
            .getString("items.find { it.target == '" + named("bob") + "' }.id");

    given()
        .auth()
        .oauth2(TestKeys.person(named("bob")))
        .post("/v1/pages/{id}/acknowledge", page)
        .then()
        .statusCode(200)
        .body("person", equalTo(named("bob")), "already", equalTo(false))
        .body("others", contains(named("alice")), "missing", equalTo(0));

    awaitLateDelivery(incident, "dropped");
    soon(() -> assertThat(acknowledgers(incident)).containsExactly("alice", "bob"));
  }

  @Test
  void aStepThatGoesOnWhileOpenCallsNobodyAgainForAPageThatTheyAcknowledged() {
    aStepThatGoesOnWhileOpen();
    Incident incident = open("P2");
    awaitPaged(incident, "alice", "bob");
    given().post(linkOf("bob")).then().statusCode(200);
    awaitLateDelivery(incident, "dropped");

    later(Duration.ofMinutes(30));

    awaitPaged(incident, "alice", "bob", "bob");
    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(2));
    assertThat(Mailbox.of(mail("late"))).isEmpty();
  }

  @Test
  void soItIsForWhomTheIncidentServiceNames() {
    aStepThatGoesOnWhileOpen();
    Incident incident = open("P2");
    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));

    incident.acknowledgedAt(now()).acknowledgedBy(named("bob"));

    awaitLateDelivery(incident, "dropped");
  }

  @Test
  void anAcknowledgementThatIsRefusedResumesTheCalls() {
    incidents.down(true);
    aStepThatGoesOnWhileOpen();
    Incident incident = open("P2");
    given().post(linkOf("bob")).then().statusCode(200);
    awaitLateDelivery(incident, "held");
    incidents.refuse(incident.id, "no");
    incidents.down(false);
    awaitLateDelivery(incident, "queued");

    later(Duration.ofMinutes(6));

    soon(() -> assertThat(Mailbox.of(mail("late"))).hasSize(1));
  }

  @Test
  void ofTwoWhoMustAcknowledgeOnlyTheSecondIsPagedAgain() {
    twoMustAcknowledge();
    Incident incident = open("P2");
    awaitPaged(incident, "alice", "bob");
    given()
        .post(linkOf("alice"))
        .then()
        .statusCode(200)
        .body(
            containsString("Acknowledged by " + named("alice")),
            containsString("1 more must acknowledge"));
    soon(() -> assertThat(acknowledgers(incident)).containsExactly("alice"));

    later(Duration.ofMinutes(10));

    soon(() -> assertThat(outcomes(incident)).containsExactly("paged", "paged", "skipped"));
    assertThat(paged(incident)).containsExactlyInAnyOrder("alice", "bob");
    soon(() -> assertThat(Mailbox.of(mail("late"))).hasSize(1));
    assertThat(alarms(incident)).isEmpty();
  }

  @Test
  void theSecondOfTwoStopsIt() {
    twoMustAcknowledge();
    Incident incident = open("P2");
    awaitPaged(incident, "alice", "bob");
    given().post(linkOf("alice")).then().statusCode(200);

    given()
        .auth()
        .oauth2(TestKeys.person(named("bob")))
        .post(
            "/v1/pages/{id}/acknowledge",
            get("/v1/pages?incident=" + incident.id)
                .getString("items.find { it.target == '" + named("bob") + "' }.id"))
        .then()
        .statusCode(200)
        .body("others", contains(named("alice")), "missing", equalTo(0));

    awaitLateDelivery(incident, "dropped");
  }

  @Test
  void aSoleAcknowledgementNamesNoOthers() {
    policy(step("primary", "primary"));
    Incident incident = open("P2");
    awaitPaged(incident, "alice");

    admin()
        .post(
            "/v1/pages/{id}/acknowledge",
            get("/v1/pages?incident=" + incident.id).getString("items[0].id"))
        .then()
        .statusCode(200)
        .body("others", empty());
  }

  @Test
  void aLaterAcknowledgementInTheIncidentServiceEndsThatPersonsPages() {
    Incident incident = backedUp();
    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));

    acknowledgedThere(incident, "bob");
    acknowledgedThere(incident, "bob");

    awaitLateDelivery(incident, "dropped");
    given().get(linkOf("bob")).then().body(containsString("Acknowledged by " + named("bob")));
  }

  @Test
  void anAcknowledgementInTheIncidentServiceCountsWhereTwoMust() {
    twoMustAcknowledge();
    Incident incident = open("P2");
    awaitPaged(incident, "alice", "bob");
    incident.acknowledgedBy(named("alice"));

    acknowledgedThere(incident, "carol");

    later(Duration.ofMinutes(6));
    awaitLateDelivery(incident, "dropped");
  }

  private void acknowledgedThere(Incident incident, String person) {
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(
            """
            [{"specversion": "1.0", "id": "e", "source": "/incident-service",
              "type": "incident.acknowledged",
              "data": {"incident": "%s", "round": 1, "person": "%s", "at": "%s"}}]\
            """
                .formatted(incident.id, named(person), now()))
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items[0].status", equalTo("ACCEPTED"));
  }
}
