package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpHeaders;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing pages over: signatures, retries, leases, one provider that hangs. */
@QuarkusTest
class DeliveryTest extends ServiceTest {

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "second", "bob");
    policy(step("primary", "primary"));
  }

  private String hook(String person, String url) {
    return admin()
        .body("{\"kind\": \"webhook\", \"address\": \"%s\"}".formatted(url))
        .put("/v1/contact-methods/{p}/hook", named(person))
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }

  private List<String> states(Incident incident) {
    return values("/v1/deliveries?incident=" + incident.id, "items.state");
  }

  private List<List<String>> attempts(Incident incident) {
    return values("/v1/deliveries?incident=" + incident.id, "items.attempts.outcome");
  }

  @Test
  void aWebhookIsSignedByStandardWebhooks() throws Exception {
    WebhookReceiver receiver = new WebhookReceiver();
    Webhook reference = new Webhook(hook("alice", receiver.url()));

    open("P1");
    soon(() -> assertThat(receiver.calls()).isEqualTo(1));

    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "webhook-id", List.of(receiver.header(0, "webhook-id")),
                "webhook-timestamp", List.of(receiver.header(0, "webhook-timestamp")),
                "webhook-signature", List.of(receiver.header(0, "webhook-signature"))),
            (name, value) -> true);
    long age =
        time.now().getEpochSecond() - Long.parseLong(receiver.header(0, "webhook-timestamp"));
    assertThat(age).isBetween(0L, 60L);
    assertThatCode(() -> verify(reference, receiver.body(0), headers)).doesNotThrowAnyException();
  }

  /** The library takes the machine's clock, which the tests have left behind. */
  private static void verify(Webhook reference, String body, HttpHeaders headers) throws Exception {
    String id = headers.firstValue("webhook-id").orElseThrow();
    long timestamp = Long.parseLong(headers.firstValue("webhook-timestamp").orElseThrow());
    assertThat(headers.firstValue("webhook-signature").orElseThrow())
        .isEqualTo(reference.sign(id, timestamp, body));
  }

  @Test
  void aWebhookSaysWhoWhyAndHowToAcknowledge() {
    WebhookReceiver receiver = new WebhookReceiver();
    hook("alice", receiver.url());

    Incident incident = open("P1");
    soon(() -> assertThat(receiver.calls()).isEqualTo(1));

    var data = receiver.bodies().getFirst().path("data");
    assertThat(receiver.bodies().getFirst().path("type").asText()).isEqualTo("page.created");
    assertThat(data.path("delivery").asText()).isEqualTo(receiver.header(0, "webhook-id"));
    assertThat(data.path("incident").asText()).isEqualTo(incident.id);
    assertThat(data.path("person").asText()).isEqualTo(named("alice"));
    assertThat(data.path("role").asText()).isEqualTo("primary");
    assertThat(data.path("acknowledge").asText()).startsWith("http://watchbill.test/acknowledge/");
    assertThat(data.path("outcomeUnknown").asBoolean()).isFalse();
  }

  @Test
  void aFailureIsRetriedWithTheSameId() {
    WebhookReceiver receiver = new WebhookReceiver(call -> call < 3 ? 500 : 204);
    hook("alice", receiver.url());
    Incident incident = open("P1");

    soon(() -> assertThat(states(incident)).containsExactly("sent"));

    assertThat(receiver.calls()).isEqualTo(3);
    assertThat(receiver.header(2, "webhook-id")).isEqualTo(receiver.header(0, "webhook-id"));
    assertThat(attempts(incident)).containsExactly(List.of("failed", "failed", "handed-over"));
    assertThat(receiver.bodies().get(2).path("data").path("outcomeUnknown").asBoolean()).isFalse();
  }

  @Test
  void anUnknownOutcomeIsRetriedAndMarked() {
    WebhookReceiver receiver =
        new WebhookReceiver(call -> call == 1 ? WebhookReceiver.HANG_UP : 204);
    hook("alice", receiver.url());
    Incident incident = open("P1");

    soon(() -> assertThat(states(incident)).containsExactly("sent"));

    assertThat(attempts(incident)).containsExactly(List.of("unknown", "handed-over"));
    assertThat(receiver.header(1, "webhook-id")).isEqualTo(receiver.header(0, "webhook-id"));
    assertThat(receiver.bodies().get(0).path("data").path("outcomeUnknown").asBoolean()).isFalse();
    assertThat(receiver.bodies().get(1).path("data").path("outcomeUnknown").asBoolean()).isTrue();
  }

  @Test
  void afterTwoMinutesOfFailureItIsGivenUp() {
    WebhookReceiver receiver = new WebhookReceiver(call -> 500);
    hook("alice", receiver.url());
    Incident incident = open("P1");
    soon(() -> assertThat(receiver.calls()).isPositive());

    later(Duration.ofMinutes(3));

    soon(() -> assertThat(states(incident)).contains("failed"));
    assertThat(alarms(incident)).containsExactly("deliveries-failed");
  }

  @Test
  void aRedirectIsAFailureAndNotFollowed() {
    WebhookReceiver receiver = new WebhookReceiver(call -> call == 1 ? 302 : 200);
    hook("alice", receiver.url());
    Incident incident = open("P1");

    soon(() -> assertThat(attempts(incident)).containsExactly(List.of("failed", "handed-over")));
  }

  @Test
  void anInternalAddressIsOutOfReach() {
    hook("alice", "http://169.254.169.254/latest/meta-data");

    Incident incident = open("P1");

    soon(() -> assertThat(states(incident)).startsWith("failed"));
    assertThat(get("/v1/deliveries?incident=" + incident.id).getString("items[0].reason"))
        .isEqualTo("169.254.169.254 has the internal address 169.254.169.254");
  }

  @Test
  void aReceiverThatHangsStopsNobodyElse() {
    WebhookReceiver hanging = new WebhookReceiver(call -> 0);
    WebhookReceiver other = new WebhookReceiver();
    policy(step("both", "primary"), step("second", "second"));
    hook("alice", hanging.urlOf("127.0.0.1"));
    hook("bob", other.urlOf("localhost"));
    for (int i = 0; i < 20; i++) {
      open("P1");
    }

    soon(() -> assertThat(other.calls()).isEqualTo(20));
  }

  @Test
  void aSlowReceiverIsCalledOnceBecauseItsSenderRenewsTheLease() {
    WebhookReceiver slow = WebhookReceiver.slow(Duration.ofMillis(2_700));
    hook("alice", slow.url());
    Incident incident = open("P1");

    soon(() -> assertThat(states(incident)).startsWith("sent"));

    assertThat(slow.calls()).isEqualTo(1);
    assertThat(attempts(incident).getFirst()).containsExactly("handed-over");
  }

  @Test
  void whenASenderDiesAnotherTakesOverMarkedAndWithTheSameId() throws Exception {
    WebhookReceiver receiver = new WebhookReceiver();
    hook("alice", receiver.url());
    Incident incident = open("P1");
    soon(() -> assertThat(states(incident)).containsExactly("sent"));

    asIfTheSenderHadDied(incident);

    soon(() -> assertThat(receiver.calls()).isEqualTo(2));
    assertThat(receiver.header(1, "webhook-id")).isEqualTo(receiver.header(0, "webhook-id"));
    assertThat(receiver.bodies().get(1).path("data").path("outcomeUnknown").asBoolean()).isTrue();
    soon(() -> assertThat(attempts(incident)).containsExactly(List.of("unknown", "handed-over")));
    assertThat(
            this.<Boolean>values("/v1/deliveries?incident=" + incident.id, "items.outcomeUnknown"))
        .containsExactly(true);
  }

  /** Between handing over and recording: attempt and lease are committed, the result is not. */
  private static void asIfTheSenderHadDied(Incident incident) throws Exception {
    try (Connection database = ServerUnderTest.connect();
        var statement = database.createStatement()) {
      statement.execute(
          "UPDATE escalation.delivery_attempt SET outcome = NULL, ended_at = NULL WHERE delivery IN"
              + " (SELECT id FROM escalation.delivery WHERE incident = '"
              + incident.id
              + "')");
      statement.execute(
          "UPDATE escalation.delivery SET state = 'sending', lease = gen_random_uuid(),"
              + " handed_over_at = NULL WHERE incident = '"
              + incident.id
              + "'");
    }
  }

  @Test
  void aMailIsAutomaticThreadedAndKnownByItsDelivery() throws Exception {
    contact(named("alice"), "mail", "email", mail("alice"));
    Incident incident = open("P1");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    MimeMessage mail = Mailbox.of(mail("alice")).getFirst();
    String delivery = get("/v1/deliveries?incident=" + incident.id).getString("items[0].id");
    assertThat(mail.getMessageID()).isEqualTo("<" + delivery + "@watchbill.test>");
    assertThat(mail.getHeader("In-Reply-To"))
        .containsExactly("<incident-" + incident.id + "@watchbill.test>");
    assertThat(mail.getHeader("References"))
        .containsExactly("<incident-" + incident.id + "@watchbill.test>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(mail.getSubject()).isEqualTo("[P1] INC-7: disk full");
  }

  @Test
  void aTitleCannotForgeAHeader() throws Exception {
    contact(named("alice"), "mail", "email", mail("alice"));
    open(
        new Incident(own, "P1", time.now())
            .withTitle("boo\r\nBcc: " + mail("victim") + "\r\n\r\nbody"));
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    MimeMessage mail = Mailbox.of(mail("alice")).getFirst();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).contains("boo Bcc:");
    assertThat(Mailbox.of(mail("victim"))).isEmpty();
  }

  @Test
  void latenessIsAHistogramAndDeliveriesAreCounted() {
    contact(named("alice"), "mail", "email", mail("alice"));
    Incident incident = open("P1");
    soon(() -> assertThat(states(incident)).containsExactly("sent"));

    String metrics = io.restassured.RestAssured.get("/q/metrics").asString();

    assertThat(metrics)
        .contains("watchbill_delivery_lateness_seconds_bucket{channel=\"email\"")
        .contains("watchbill_deliveries_total{channel=\"email\",outcome=\"sent\"")
        .contains("watchbill_pages_total{purpose=\"main\"")
        .contains("watchbill_incidents_without_escalation");
  }
}
