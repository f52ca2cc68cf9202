package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A contact method of a kind that no replica knows is skipped, shown and alarmed. */
@QuarkusTest
class UnknownKindsTest extends ServiceTest {

  @Test
  void thePageGoesByTheOtherContactMethods() {
    reachableByMail("alice");
    plantContact("alice", "pigeon");

    Incident incident = page();

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    graceIsOver();
    soon(
        () ->
            assertThat(ofPigeons(incident, "reason"))
                .containsExactly("skipped: no replica has the channel 'pigeon'"));
    assertThat(ofPigeons(incident, "state")).containsExactly("failed");
    assertThat(this.<List<?>>values(deliveries(incident), pigeons("attempts")))
        .containsOnly(List.of());
    assertThat(alarms(incident)).isEmpty();
  }

  @Test
  void theOnlyContactMethodRaisesAnAlarm() {
    plantContact("alice", "pigeon");

    Incident incident = page();

    awaitPaged(incident, "alice");
    graceIsOver();
    soon(() -> assertThat(alarms(incident)).containsExactly("deliveries-failed"));
    assertThat(ofPigeons(incident, "state")).containsExactly("failed");
  }

  @Test
  void aReplicaThatKnowsTheKindIsLeftToSend() {
    reachableByMail("alice");
    plantContact("alice", "owl");
    Incident incident = page();
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    plant(
        """
        INSERT INTO delivery (id, page, incident, method, kind, address, provider, state,
                              available_at, give_up_at, due_at)
        SELECT gen_random_uuid(), id, incident, 'other', 'owl', 'a', 'owl', 'sending',
               now() + interval '1 year', now(), now()
          FROM page WHERE incident = '%s'
        """
            .formatted(incident.id));

    graceIsOver();
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    turnsPass();
    turnsPass();
    turnsPass();

    assertThat(states(incident, "owl")).containsExactlyInAnyOrder("queued", "sending");
    plant("UPDATE delivery SET state = 'dropped' WHERE kind = 'owl'");
  }

  @Test
  void theContactMethodIsListed() {
    plantContact("alice", "pigeon");

    assertThat(this.<String>values("/v1/contact-methods/" + named("alice"), "items.kind"))
        .containsExactly("pigeon");
  }

  @Test
  void aCodeForItIsRefused() {
    plantContact("alice", "pigeon");

    admin()
        .post("/v1/contact-methods/{person}/unknown/verification", named("alice"))
        .then()
        .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
  }

  /** In steps: what happens over a time without looks is not counted. */
  private void graceIsOver() {
    for (int i = 0; i < 5; i++) {
      later(Duration.ofSeconds(4));
      turnsPass();
    }
  }

  private Incident page() {
    rotation("primary", "alice");
    policy(step("primary", "primary"));
    return open("P1");
  }

  private void plantContact(String person, String kind) {
    plant(
        "INSERT INTO contact_method (person, id, kind, address) VALUES ('%s', 'unknown', '%s', 'loft 7')"
            .formatted(named(person), kind));
  }

  private List<String> ofPigeons(Incident incident, String field) {
    return values(deliveries(incident), pigeons(field));
  }

  private List<String> states(Incident incident, String kind) {
    return values(deliveries(incident), "items.findAll { it.kind == '" + kind + "' }.state");
  }

  private static String deliveries(Incident incident) {
    return "/v1/deliveries?incident=" + incident.id;
  }

  private static String pigeons(String field) {
    return "items.findAll { it.kind == 'pigeon' }." + field;
  }
}
