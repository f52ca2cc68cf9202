package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a channel refuses for good is an alarm at once; what it refuses for now is tried again. */
@QuarkusTest
class RefusalTest extends ServiceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 no such user",
        "552 5.2.2 mailbox full",
        "550 no",
        "553 mailbox name not allowed",
        "554 5.7.1 rejected"
      })
  void aPermanentReplyOfTheMailServerIsAnAlarmAtOnce(String reply) {
    reachableByMail("alice");
    Mailbox.answers(mail("alice"), reply, 100);

    Incident incident = page("alice");

    awaitAlarm(incident);
    assertThat(answeredAttempts(incident)).containsExactly(List.of("failed"));
    assertThat(Mailbox.answered(mail("alice"))).isEqualTo(1);
    assertThat(
            this.<String>values(
                "/v1/deliveries?incident=" + incident.id,
                "items.findAll { it.method != 'last-resort' }.reason"))
        .singleElement()
        .asString()
        .contains(reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 4.3.2 closing", "451 4.7.1 come again", "452 4.2.2 mailbox full"})
  void aTransientReplyOfTheMailServerIsTriedAgain(String reply) {
    reachableByMail("alice");
    Mailbox.answers(mail("alice"), reply, 2);

    Incident incident = page("alice");

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    soon(
        () ->
            assertThat(answeredAttempts(incident))
                .singleElement(InstanceOfAssertFactories.list(String.class))
                .hasSizeBetween(2, 3)
                .startsWith("failed")
                .endsWith("handed-over"));
    assertThat(alarms(incident)).isEmpty();
  }

  @Test
  void aRefusedMailDoesNotTakeTheOtherMethodsWithIt() {
    reachableByMail("alice");
    contact(named("alice"), "second", "email", mail("second"));
    Mailbox.answers(mail("alice"), "550 5.1.1 no such user", 100);

    Incident incident = page("alice");

    soon(() -> assertThat(Mailbox.of(mail("second"))).hasSize(1));
    soon(
        () ->
            assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
                .containsExactlyInAnyOrder("failed", "sent"));
    assertThat(alarms(incident)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308, 400, 401, 403, 404, 405, 410, 413, 415, 422, 451, 501})
  void aWebhookThatRefusesForGoodIsAnAlarmAtOnce(int status) {
    WebhookReceiver receiver = new WebhookReceiver(call -> status);
    contact(named("alice"), "hook", "webhook", receiver.url());

    Incident incident = page("alice");

    awaitAlarm(incident);
    assertThat(receiver.calls()).isEqualTo(1);
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 409, 425, 429, 500, 502, 503, 504})
  void aWebhookThatRefusesForNowIsTriedAgain(int status) {
    WebhookReceiver receiver = new WebhookReceiver(call -> call == 1 ? status : 200);
    contact(named("alice"), "hook", "webhook", receiver.url());

    Incident incident = page("alice");

    soon(() -> assertThat(receiver.calls()).isEqualTo(2));
    assertThat(alarms(incident)).isEmpty();
    receiver.close();
  }

  @Test
  void anAddressThatCannotBeCalledIsAnAlarmAtOnce() {
    contact(named("alice"), "hook", "webhook", "http://127.0.0.1:1/hook");
    plant(
        "UPDATE contact_method SET address = 'http://127.0.0.1:99999/hook' WHERE person = '"
            + named("alice")
            + "'");

    Incident incident = page("alice");

    awaitAlarm(incident);
    assertThat(attempts(incident)).containsExactly(List.of("failed"));
  }

  private Incident page(String person) {
    rotation("primary", person);
    policy(step("primary", "primary"));
    return open("P1");
  }

  private void awaitAlarm(Incident incident) {
    soon(() -> assertThat(alarms(incident)).containsExactly("deliveries-failed"));
  }

  /** Without what the last resort is sent, which other tests may have set. */
  private List<List<String>> attempts(Incident incident) {
    return values(
        "/v1/deliveries?incident=" + incident.id,
        "items.findAll { it.method != 'last-resort' }.attempts.outcome");
  }

  /** Without attempts that had no answer in time, as on a busy machine. */
  private List<List<String>> answeredAttempts(Incident incident) {
    return attempts(incident).stream()
        .map(outcomes -> outcomes.stream().filter(one -> !"unknown".equals(one)).toList())
        .toList();
  }
}
