package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that reaches nobody is an alarm: the last resort is paged, and the fallback policy. */
@QuarkusTest
class AlarmTest extends ServiceTest {

  @BeforeEach
  void lastResort() {
    admin()
        .body("{\"kind\": \"email\", \"address\": \"%s\"}".formatted(mail("last-resort")))
        .put("/v1/last-resort")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  private void awaitAlarm(Incident incident, String... kinds) {
    soon(() -> assertThat(alarms(incident)).containsExactlyInAnyOrder(kinds));
    soon(() -> assertThat(Mailbox.of(mail("last-resort"))).hasSize(kinds.length));
  }

  @Test
  void nobodyOnCallPagesTheLastResortOnce() {
    rotation("primary", "alice");
    policy(step("empty", "empty", "\"repeat\": {\"every\": \"PT1M\", \"times\": 3}"));
    Incident incident = open("P1");
    awaitAlarm(incident, "nobody-on-call");

    later(Duration.ofMinutes(1));

    soon(() -> assertThat(outcomes(incident)).containsExactly("skipped", "skipped"));
    awaitAlarm(incident, "nobody-on-call");
  }

  @Test
  void nobodyOnCallIsInTheTimelineWithItsReason() {
    rotation("primary", "alice");
    policy(step("empty", "empty"));

    Incident incident = open("P1");

    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(text -> text.contains("nobody is on call as empty of " + own)));
  }

  @Test
  void aRotationThatDoesNotExistIsNobody() {
    policy(step("primary", "primary"));

    Incident incident = open("P1");

    awaitAlarm(incident, "nobody-on-call");
    assertThat(get("/v1/alarms?incident=" + incident.id).getString("items[0].reason"))
        .contains("rotation " + own + " does not exist");
  }

  @Test
  void aPersonWithoutContactMethodIsAnAlarm() {
    rotation("primary", "alice");
    policy(step("primary", "primary"));

    Incident incident = open("P1");

    awaitAlarm(incident, "no-contact-method");
  }

  @Test
  void theTimelineSaysWhatBecameOfEachPerson() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("bob");
    policy(
        "{\"name\": \"both\", \"notify\": [{\"rotation\": \"%s\", \"role\": \"primary\"}, {\"rotation\": \"%s\", \"role\": \"secondary\"}]}"
            .formatted(own, own),
        step("alone", "primary"));

    Incident incident = open("P1");

    awaitEntry(
        incident, "Paged ", named("alice") + " has no contact method", named("bob") + " by e-mail");
    awaitEntry(incident, "Paged nobody; " + named("alice") + " has no contact method: ");
  }

  private void awaitEntry(Incident incident, String start, String... parts) {
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(
                    text -> text.startsWith(start) && Stream.of(parts).allMatch(text::contains)));
  }

  @Test
  void aRuleWhoseMethodIsGoneLeavesNobodyWithoutAWayToBeReached() {
    rotation("primary", "alice");
    reachableByMail("alice");
    plant(
        "INSERT INTO notification_rule (person, position, method, delay_seconds) VALUES ('"
            + named("alice")
            + "', 0, 'gone', 0)");
    policy(step("primary", "primary"));

    Incident incident = open("P1");

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    assertThat(alarms(incident)).isEmpty();
  }

  @Test
  void anIncidentWithoutAnyPolicyIsAnAlarm() {
    Incident incident = open("P1");

    awaitAlarm(incident, "no-policy");
  }

  @Test
  void aDeliveryThatFailsForGoodIsAnAlarm() {
    WebhookReceiver gone = new WebhookReceiver(call -> 410);
    rotation("primary", "alice");
    contact(named("alice"), "hook", "webhook", gone.url());
    policy(step("primary", "primary"));

    Incident incident = open("P1");

    awaitAlarm(incident, "deliveries-failed");
  }

  @Test
  void eachBranchWhoseDeliveriesFailIsAnAlarmOfItsOwn() {
    WebhookReceiver gone = new WebhookReceiver(call -> 410);
    rotation("primary", "alice", "legal", "carol");
    contact(named("alice"), "hook", "webhook", gone.url());
    contact(named("carol"), "hook", "webhook", gone.url());
    policy(step("primary", "primary"), step("legal", "legal", "\"branch\": \"legal\""));

    Incident incident = open("P1");

    awaitAlarm(incident, "deliveries-failed", "deliveries-failed");
    assertThat(this.<String>values("/v1/alarms?incident=" + incident.id, "items.branch"))
        .containsExactlyInAnyOrder("main", "legal");
    assertThat(paged(incident))
        .contains("last-resort:deliveries-failed", "last-resort:deliveries-failed:legal");
  }

  @Test
  void aStepThatReachesNobodySaysSo() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("bob");
    policy(step("alone", "primary"), step("reached", "secondary"));
    Incident incident = open("P1");

    soon(() -> assertThat(outcomes(incident)).containsExactlyInAnyOrder("nobody-reached", "paged"));

    String path = "/v1/escalations?incident=" + incident.id;
    assertThat(this.<Object>values(path, "items[0].steps.paged.target.flatten()"))
        .containsExactlyInAnyOrder(named("alice"), named("bob"));
    assertThat(this.<Object>values(path, "items[0].steps.paged.by.flatten()"))
        .containsExactly("email");
  }

  @Test
  void aDeliveryThatFailsIsNoAlarmWhileAnotherSucceeds() {
    WebhookReceiver gone = new WebhookReceiver(call -> 410);
    rotation("primary", "alice");
    contact(named("alice"), "hook", "webhook", gone.url());
    reachableByMail("alice");
    policy(step("primary", "primary"));

    Incident incident = open("P1");

    soon(
        () ->
            assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
                .containsExactlyInAnyOrder("failed", "sent"));
    assertThat(alarms(incident)).isEmpty();
  }

  @Test
  void unknownForHalfAMinuteIsAnAlarmAndNotNobody() {
    rotations.down(true);
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    Incident incident = open("P1");
    turnsPass();
    assertThat(alarms(incident)).isEmpty();

    later(Duration.ofSeconds(30));

    awaitAlarm(incident, "unknown-on-call");
    assertThat(paged(incident)).containsExactly("last-resort:unknown-on-call");
  }

  @Test
  void unknownForHalfAMinutePagesTheFallbackPolicy() {
    rotations.down(true);
    reachableByMail("zoe");
    policy(step("primary", "primary"));
    String zoe =
        "{\"name\": \"chief\", \"notify\": [{\"person\": \"%s\"}]}".formatted(named("zoe"));
    putPolicy(named("fallback"), "\"fallback\": true", zoe);
    Incident incident = open("P1");
    turnsPass();
    assertThat(paged(incident)).isEmpty();

    later(Duration.ofSeconds(30));

    awaitPaged(incident, "zoe", "last-resort:unknown-on-call");
    putPolicy(named("fallback"), "\"fallback\": false", zoe);
  }

  @Test
  void whoWasUnknownIsPagedAsSoonAsKnown() {
    rotations.down(true);
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    Incident incident = open("P1");
    turnsPass();

    rotations.down(false);

    awaitPaged(incident, "alice");
    assertThat(alarms(incident)).isEmpty();
  }

  @Test
  void aPolicyThatEndsUnacknowledgedPagesTheFallbackPolicyToo() {
    rotation("primary", "alice", "chief", "zoe");
    reachableByMail("alice", "zoe");
    policy(step("primary", "primary"));
    putPolicy(named("fallback"), "\"fallback\": true", step("chief", "chief"));
    Incident incident = open("P1");
    awaitPaged(incident, "alice");

    later(Duration.ofMinutes(15));

    awaitPaged(incident, "alice", "zoe", "last-resort:ended-unacknowledged");
    admin()
        .body("{\"fallback\": false, \"steps\": [%s]}".formatted(step("chief", "chief")))
        .put("/v1/policies/{id}", named("fallback"))
        .then()
        .statusCode(200);
  }
}
