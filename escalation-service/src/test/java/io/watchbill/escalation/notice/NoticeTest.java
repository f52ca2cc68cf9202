package io.watchbill.escalation.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Notices of the rotation-service reach their people, once and without a page. */
@QuarkusTest
class NoticeTest extends ServiceTest {
  private final UUID id = UUID.randomUUID();

  private ValidatableResponse send(String data) {
    return given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(
            """
            [{"specversion": "1.0", "id": "%s", "source": "/rotation-service",
              "type": "rotation.notice", "data": %s}]
            """
                .formatted(UUID.randomUUID(), data))
        .post("/v1/events")
        .then()
        .statusCode(200);
  }

  private String notice(String kind, String whom) {
    return """
        {"id": "%s", "kind": "%s", %s, "team": "%s", "title": "Your shift begins",
         "text": "You are on call until Monday.", "at": "2026-03-02T09:00:00Z", "newer": {"x": 1}}
        """
        .formatted(id, kind, whom, own);
  }

  private String toPerson(String kind, String person) {
    return notice(kind, "\"person\": \"" + named(person) + "\"");
  }

  private String toRole(String role) {
    return notice("override-changed", "\"rotation\": \"" + own + "\", \"role\": \"" + role + "\"");
  }

  @Test
  void aNoticeComesByMailWithoutALinkToAcknowledge() throws Exception {
    reachableByMail("alice");

    send(toPerson("shift-begins", "alice")).body("items[0].status", equalTo("ACCEPTED"));

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    assertThat(Mailbox.of(mail("alice")).getFirst().getSubject()).isEqualTo("Your shift begins");
    assertThat(Mailbox.of(mail("alice")).getFirst().getContent().toString())
        .contains("You are on call until Monday.")
        .doesNotContain("Acknowledge");
  }

  @Test
  void aNoticeOfAnUnknownKindIsSentAllTheSame() {
    reachableByMail("alice");

    send(toPerson("never-heard-of", "alice")).body("items[0].status", equalTo("ACCEPTED"));

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
  }

  @Test
  void aNoticeThatArrivesManyTimesAtOnceIsSentOnce() throws Exception {
    reachableByMail("alice");
    String notice = toPerson("shift-begins", "alice");
    Callable<String> sending = () -> send(notice).extract().path("items[0].status");

    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all =
          many.invokeAll(IntStream.range(0, 10).mapToObj(i -> sending).toList());
      for (Future<String> one : all) {
        assertThat(one.get()).isEqualTo("ACCEPTED");
      }
    }

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    turnsPass();
    assertThat(Mailbox.of(mail("alice"))).hasSize(1);
  }

  @Test
  void thePersonOnCallIsNotifiedAlsoInARotationThatNoPolicyNames() {
    rotation("lead", "carol");
    reachableByMail("carol");

    soon(() -> send(toRole("lead")).body("items[0].status", equalTo("ACCEPTED")));

    soon(() -> assertThat(Mailbox.of(mail("carol"))).hasSize(1));
  }

  @Test
  void withNobodyOnCallNothingIsSentOrWaits() {
    rotation("lead", "carol");

    soon(() -> send(toRole("secondary")).body("items[0].status", equalTo("ACCEPTED")));
  }

  @Test
  void aReceiverThatIsDownIsTriedAgain() {
    WebhookReceiver receiver = new WebhookReceiver(call -> call == 1 ? 500 : 200);
    contact(named("alice"), "hook", "webhook", receiver.url());

    send(toPerson("shift-begins", "alice")).body("items[0].status", equalTo("ACCEPTED"));

    soon(() -> assertThat(receiver.calls()).isEqualTo(1));
    later(Duration.ofSeconds(20));

    soon(() -> assertThat(receiver.calls()).isEqualTo(2));
    assertThat(receiver.bodies().getLast().path("type").asText()).isEqualTo("notice.created");
    assertThat(receiver.bodies().getLast().path("data").path("person").asText())
        .isEqualTo(named("alice"));
    receiver.close();
  }

  @Test
  void anUrgentCoverRequestUsesTheMethodsOfAPage() {
    WebhookReceiver receiver = new WebhookReceiver(call -> 200);
    reachableByMail("alice");
    contact(named("alice"), "hook", "webhook", receiver.url());

    send(toPerson("cover-urgent", "alice")).body("items[0].status", equalTo("ACCEPTED"));

    soon(() -> assertThat(receiver.calls()).isEqualTo(1));
    receiver.close();
  }

  @Test
  void aNoticeForNobodyIsNotUnderstood() {
    send("{\"id\": \"" + id + "\", \"kind\": \"shift-begins\"}")
        .body("items[0].status", equalTo("INVALID"))
        .body("items[0].detail", containsString("data.person is needed"));
  }

  @Test
  void aNoticeWithoutAnIdIsNotUnderstood() {
    send("{\"person\": \"alice\"}")
        .body("items[0].status", equalTo("INVALID"))
        .body("items[0].detail", equalTo("data.id is needed"));
  }
}
