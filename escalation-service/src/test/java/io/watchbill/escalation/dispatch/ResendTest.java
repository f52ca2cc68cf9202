package io.watchbill.escalation.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.escalation.testing.Browser;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message that failed is sent again when somebody asks, and only while it is needed. */
@QuarkusTest
class ResendTest extends ServiceTest {
  private Incident incident;
  private String delivery;

  @BeforeEach
  void aMailIsRefusedOnce() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("first", "primary"));
    Mailbox.answers(mail("alice"), "550 5.1.1 no such user", 1);
    incident = open("P1");
    soon(() -> assertThat(state()).isEqualTo("failed"));
    delivery = get(path()).getString("items[0].id");
  }

  private String path() {
    return "/v1/deliveries?incident=" + incident.id;
  }

  private String state() {
    return get(path()).getString("items[0].state");
  }

  private ValidatableResponse resend(String key) {
    return given()
        .auth()
        .oauth2(key)
        .contentType("application/json")
        .body("{\"reason\": \"the server is back\"}")
        .post("/v1/deliveries/" + delivery + "/resend")
        .then();
  }

  private void sentAgain() {
    soon(() -> assertThat(state()).isEqualTo("sent"));
  }

  @Test
  void aFailedMessageIsSentAgainOnce() {
    resend(TestKeys.admin()).statusCode(200).body("state", equalTo("queued"));

    sentAgain();
    assertThat(Mailbox.of(mail("alice"))).hasSize(1);
    admin().get(path()).then().body("items[0].attempts.outcome", contains("failed", "handed-over"));
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(event -> event.path("text").asText())
                .anyMatch(text -> text.contains("Sending again to") && text.contains("is back")));
  }

  @Test
  void whatWasSentToAPersonIsListed() {
    assertThat(this.<String>values("/v1/pages?person=" + named("alice"), "items.incident"))
        .containsExactly(incident.id);
    assertThat(this.<String>values("/v1/pages?person=" + named("bob"), "items.incident")).isEmpty();
  }

  @Test
  void whatIsOnItsWayIsNotQueuedTwice() {
    plant("UPDATE delivery SET kind = 'nobody' WHERE id = '" + delivery + "'");
    resend(TestKeys.admin()).statusCode(200);

    resend(TestKeys.admin()).statusCode(200).body("state", equalTo("queued"));

    assertThat(get(path()).<Object>getList("items[0].attempts")).hasSize(1);
  }

  @Test
  void whatWasSentIsNotSentAgain() {
    resend(TestKeys.admin()).statusCode(200);
    sentAgain();

    resend(TestKeys.admin()).statusCode(409).body("type", containsString("not-sent-again"));
  }

  @Test
  void nobodyIsPagedForWhatIsResolved() {
    incident.resolved();

    resend(TestKeys.admin()).statusCode(409).body("detail", containsString("is resolved"));
  }

  @Test
  void nobodyIsPagedForWhatIsAcknowledged() {
    incident.acknowledgedBy(named("bob"));

    resend(TestKeys.admin()).statusCode(409).body("detail", containsString("acknowledged by"));
  }

  @Test
  void nobodyIsPagedWhoHasAcknowledged() {
    String page = get(path()).getString("items[0].page");
    given()
        .auth()
        .oauth2(TestKeys.person(named("alice")))
        .post("/v1/pages/" + page + "/acknowledge")
        .then()
        .statusCode(200);

    resend(TestKeys.admin()).statusCode(409).body("detail", containsString("acknowledge"));
  }

  @Test
  void itIsSentAgainOnceAMinuteAndFiveTimes() {
    for (int i = 0; i < 5; i++) {
      resend(TestKeys.admin()).statusCode(200);
      sentAgain();
      plant("UPDATE delivery SET state = 'failed' WHERE id = '" + delivery + "'");
      resend(TestKeys.admin()).statusCode(429);
      later(Duration.ofMinutes(2));
    }

    resend(TestKeys.admin()).statusCode(429).body("detail", containsString("5 times"));
  }

  @Test
  void whoWasNeitherPagedNorRespondsMayNot() {
    resend(TestKeys.viewer()).statusCode(403);
    delivery = Ids.next().toString();
    resend(TestKeys.admin()).statusCode(404);
  }

  @Test
  void whoWasPagedMay() {
    resend(TestKeys.person(named("alice"))).statusCode(200);

    sentAgain();
  }

  @Test
  void theMessageLogHasAButtonForThoseWhoMay() {
    String log = "/messages?incident=" + incident.id;
    assertThat(Browser.of(TestKeys.viewer()).page(log)).doesNotContain("/resend");
    assertThat(Browser.admin().page(log)).contains("/messages/" + delivery + "/resend");

    Browser.admin()
        .send(
            "/messages/" + delivery + "/resend",
            Map.of("incident", incident.id, "reason", "the server is back"))
        .statusCode(303)
        .header("Location", containsString(log));

    sentAgain();
    assertThat(Browser.admin().page(log)).doesNotContain("/resend");
  }

  @Test
  void theMessageLogSaysWhyAMessageIsNotSentAgain() {
    incident.resolved();

    Browser.admin()
        .send("/messages/" + delivery + "/resend", Map.of("incident", incident.id))
        .statusCode(409)
        .body(containsString("the incident is resolved"))
        .body(containsString("data-label=\"Destination\""));
  }
}
