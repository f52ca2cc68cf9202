package io.watchbill.escalation.acknowledgement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.RawConnection;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AcknowledgeTest extends ServiceTest {

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "secondary", "bob", "legal", "lea");
    reachableByMail("alice", "bob", "lea");
    policy(
        step("primary", "primary"),
        step("secondary", "secondary", "\"after\": {\"sla\": \"acknowledge\"}"),
        step(
            "legal",
            "legal",
            "\"branch\": \"legal\"",
            "\"when\": {\"tags\": [\"data-breach\"]}",
            "\"repeat\": {\"every\": \"PT10M\", \"times\": 2}"));
  }

  private String pageOf(Incident incident, String person) {
    return get("/v1/pages?incident=" + incident.id)
        .getString("items.find { it.target == '" + named(person) + "' }.id");
  }

  @Test
  void lookingAtTheLinkAcknowledgesNothing() {
    Incident incident = open("P1");
    String link = linkOf("alice");

    given()
        .get(link)
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .header("Cache-Control", "no-store")
        .body(containsString("INC-7"), containsString("<button"));

    later(Duration.ofMinutes(15));
    awaitPaged(incident, "alice", "bob");
  }

  @Test
  void theButtonStopsPagingAtOnceAlsoWithTheIncidentServiceDown() {
    incidents.down(true);
    Incident incident = open("P1");
    String link = linkOf("alice");

    given().post(link).then().statusCode(200).body(containsString("Acknowledged by"));

    later(Duration.ofMinutes(16));
    turnsPass();
    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void aLinkThatIsUsedAfterTheResolveSaysSo() {
    Incident incident = open("P1");
    String link = linkOf("alice");
    incident.resolved();

    given()
        .post(link)
        .then()
        .statusCode(200)
        .body(
            containsString("The incident is resolved"),
            not(containsString("cknowledged by")),
            not(containsString("<button")));

    turnsPass();
    assertThat(incidents.events("page.acknowledged", incident.id)).isEmpty();
  }

  @Test
  void theAcknowledgementIsForwardedWithItsInstant() {
    Incident incident = open("P1");
    String link = linkOf("alice");
    Instant before = time.now();

    given().post(link).then().statusCode(200);

    soon(() -> assertThat(incidents.events("page.acknowledged", incident.id)).hasSize(1));
    var event = incidents.events("page.acknowledged", incident.id).getFirst();
    assertThat(event.path("person").asText()).isEqualTo(named("alice"));
    assertThat(event.path("branch").asText()).isEqualTo("main");
    assertThat(event.path("round").asInt()).isEqualTo(1);
    assertThat(event.path("channel").asText()).isEqualTo("link");
    assertThat(Instant.parse(event.path("at").asText())).isAfterOrEqualTo(before);
  }

  @Test
  void aSecondAcknowledgementNamesTheFirstAndIsNotSent() {
    Incident incident = open("P1");
    String link = linkOf("alice");
    given().post(link).then().statusCode(200);

    given()
        .post(link)
        .then()
        .statusCode(200)
        .body(containsString("Acknowledged by " + named("alice")), not(containsString("<button")));

    turnsPass();
    assertThat(incidents.events("page.acknowledged", incident.id)).hasSize(1);
  }

  @Test
  void aRefusalResumesPagingWhereItStoodWithTheReason() {
    Incident incident = open("P1");
    incidents.refuse(incident.id, "round 2 needs its own");
    given().post(linkOf("alice")).then().statusCode(200);

    later(Duration.ofMinutes(15));

    awaitPaged(incident, "alice", "bob");
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(text -> text.contains("was refused: round 2 needs its own")));
  }

  @Test
  void oneThatIsParkedCountsAsRefused() {
    Incident incident = open("P1");
    incidents.doesNotUnderstand(incident.id);
    given().post(linkOf("alice")).then().statusCode(200);

    later(Duration.ofMinutes(15));

    awaitPaged(incident, "alice", "bob");
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(text -> text.contains("the incident-service did not understand it")));
  }

  @Test
  void anOlderSnapshotDoesNotUndoIt() {
    Incident incident = open("P1");
    given().post(linkOf("alice")).then().statusCode(200);

    incident.sent();
    later(Duration.ofMinutes(16));

    turnsPass();
    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void legalsAcknowledgementStopsOnlyItsBranch() {
    Incident incident = open("P1", "data-breach");
    awaitPaged(incident, "alice", "lea");
    given().post(linkOf("lea")).then().statusCode(200).body(containsString("Acknowledged by"));

    later(Duration.ofMinutes(15));

    awaitPaged(incident, "alice", "lea", "bob");
  }

  @Test
  void theIncidentsAcknowledgementDoesNotStopLegal() {
    Incident incident = open("P1", "data-breach");
    awaitPaged(incident, "alice", "lea");
    given().post(linkOf("alice")).then().statusCode(200);

    later(Duration.ofMinutes(10));

    awaitPaged(incident, "alice", "lea", "lea");
  }

  @Test
  void aQueuedDeliveryIsHeldAndComesAfterARefusal() {
    contact(named("alice"), "late", "email", mail("late"));
    admin()
        .body("{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"late\", \"delay\": \"PT5M\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    incidents.down(true);
    Incident incident = open("P1");
    given().post(linkOf("alice")).then().statusCode(200);
    later(Duration.ofMinutes(6));
    turnsPass();
    assertThat(Mailbox.of(mail("late"))).isEmpty();

    incidents.refuse(incident.id, "no");
    incidents.down(false);

    soon(() -> assertThat(Mailbox.of(mail("late"))).hasSize(1));
  }

  @Test
  void aForgedLinkIsNotValid() {
    open("P1");
    String link = linkOf("alice");
    String forged = link.substring(0, link.length() - 3) + (link.endsWith("AAA") ? "BBB" : "AAA");

    given().get(forged).then().statusCode(404).body(containsString("not valid"));
    given().post(forged).then().statusCode(404);
    given().post("/acknowledge/nonsense").then().statusCode(404);
  }

  @Test
  void onlyCallersWhoGuessLinksAreSlowedDown() {
    open("P1");
    String link = linkOf("alice");
    for (int i = 0; i < 40; i++) {
      statusFrom("127.0.0.5", "/acknowledge/guess-" + i);
    }

    assertThat(statusFrom("127.0.0.5", "/acknowledge/guess")).isEqualTo(429);
    assertThat(statusFrom("127.0.0.5", link)).isEqualTo(200);
    assertThat(statusFrom("127.0.0.6", "/acknowledge/guess")).isEqualTo(404);
  }

  private static int statusFrom(String address, String path) {
    try (RawConnection connection = RawConnection.openFrom(address)) {
      connection.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      return connection.status();
    }
  }

  @Test
  void hostileTextIsShownAsText() {
    open(
        new Incident(own, "P1", time.now())
            .withTitle("<script>alert(1)</script>\r\nBcc: all@example.org"));

    given()
        .get(linkOf("alice"))
        .then()
        .statusCode(200)
        .body(containsString("&lt;script&gt;"), not(containsString("<script>")));
  }

  @Test
  void aPersonWhoWasPagedMayAcknowledgeByTheApi() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");

    given()
        .auth()
        .oauth2(TestKeys.person(named("alice")))
        .post("/v1/pages/{id}/acknowledge", pageOf(incident, "alice"))
        .then()
        .statusCode(200)
        .body("person", equalTo(named("alice")), "already", equalTo(false));
  }

  @Test
  void aViewerMayNotAcknowledge() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");

    viewer()
        .post("/v1/pages/{id}/acknowledge", pageOf(incident, "alice"))
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }
}
