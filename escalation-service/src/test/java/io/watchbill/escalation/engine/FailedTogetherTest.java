package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That all deliveries of a branch have failed is noticed however they come to it. */
@QuarkusTest
class FailedTogetherTest extends ServiceTest {
  private static final int INCIDENTS = 40;

  @Test
  void deliveriesThatFailAtTheSameInstantRaiseTheAlarmEveryTime() {
    rotation("primary", "alice");
    contact(named("alice"), "one", "webhook", new WebhookReceiver(call -> 410).url());
    contact(named("alice"), "two", "webhook", new WebhookReceiver(call -> 410).url());
    policy(step("primary", "primary"));

    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      incidents.add(open("P1"));
    }

    incidents.forEach(one -> awaitAlarms(one, "deliveries-failed"));
  }

  @Test
  void anOpenBranchOfWhichNothingWasSentAndNothingWaitsIsFoundByTheSweep() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    Incident incident = open("P1");
    awaitDeliveries(incident, "sent");
    lose(incident);

    later(Duration.ofMinutes(1));

    awaitAlarms(incident, "deliveries-failed");
  }

  @Test
  void theSweepRaisesNoAlarmForABranchThatWasPaged() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    Incident paged = open("P1");
    awaitDeliveries(paged, "sent");
    Incident lost = open("P1");
    awaitDeliveries(lost, "sent");
    lose(lost);

    later(Duration.ofMinutes(1));

    awaitAlarms(lost, "deliveries-failed");
    assertThat(alarms(paged)).isEmpty();
  }

  private void awaitAlarms(Incident incident, String... kinds) {
    soon(() -> assertThat(alarms(incident)).containsExactly(kinds));
  }

  private void awaitDeliveries(Incident incident, String... states) {
    soon(
        () ->
            assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
                .containsExactly(states));
  }

  private static void lose(Incident incident) {
    plant("UPDATE delivery SET state = 'failed' WHERE incident = '" + incident.id + "'");
  }
}
