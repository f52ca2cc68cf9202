package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.plan.wording.Wording;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the snapshot of an incident to the page in somebody's mailbox. */
@QuarkusTest
class PagingTest extends ServiceTest {
  @BeforeEach
  void guide() {
    rotation("primary", "alice", "secondary", "bob", "lead", "carol", "legal", "lea");
    reachableByMail("alice", "bob", "carol", "lea");
    policy(
        step("primary", "primary"),
        step("lead of a P0", "lead", "\"when\": {\"severity\": [\"P0\"]}"),
        step(
            "secondary",
            "secondary",
            "\"when\": {\"severity\": [\"P0\", \"P1\"]}",
            "\"after\": {\"sla\": \"acknowledge\"}"),
        step(
            "lead of a P1",
            "lead",
            "\"when\": {\"severity\": [\"P1\"]}",
            "\"after\": \"PT1H\"",
            "\"while\": \"open\""),
        step("legal", "legal", "\"branch\": \"legal\"", "\"when\": {\"tags\": [\"data-breach\"]}"));
  }

  @Test
  void p0PagesPrimaryAndLeadAtOnce() {
    Incident incident = open("P0");

    awaitPaged(incident, "alice", "carol");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    soon(() -> assertThat(Mailbox.of(mail("carol"))).hasSize(1));
  }

  @Test
  void aMailsSubjectKeepsItsEmojiAndItHasNoEmptyCopy() throws Exception {
    String title = "\ud83d\udd25".repeat(30) + " \u0430\u0432\u0430\u0440\u0438\u044f";
    open(new Incident(own, "P0", time.now()).withTitle(title));
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    MimeMessage mail = Mailbox.of(mail("alice")).getFirst();

    assertThat(mail.getSubject()).endsWith(": " + title);
    assertThat(mail.getHeader("Cc")).isNull();
  }

  @Test
  void p1PagesTheSecondaryWhenTheSlaIsMissed() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");

    later(Duration.ofMinutes(15));

    awaitPaged(incident, "alice", "bob");
  }

  @Test
  void p1PagesTheLeadAfterAnHourAlsoWhenAcknowledged() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");
    incident.acknowledgedBy("alice");

    later(Duration.ofHours(1));

    awaitPaged(incident, "alice", "carol");
  }

  @Test
  void dataBreachPagesLegalInItsOwnBranch() {
    Incident incident = open("P2", "data-breach");

    awaitPaged(incident, "alice", "lea");
    assertThat(this.<String>values("/v1/pages?incident=" + incident.id, "items.branch"))
        .containsExactlyInAnyOrder("main", "legal");
  }

  @Test
  void ransomwarePagesLeadCtoAndLegalEachInItsBranch() {
    String ransomware = "\"when\": {\"tags\": [\"ransomware\"]}";
    policy(
        step("primary", "primary"),
        step("lead", "lead", ransomware),
        step("cto", "secondary", "\"branch\": \"cto\"", ransomware),
        step("legal", "legal", "\"branch\": \"legal\"", ransomware));

    Incident incident = open("P2", "ransomware");

    awaitPaged(incident, "alice", "bob", "carol", "lea");
    assertThat(this.<String>values("/v1/pages?incident=" + incident.id, "items.branch"))
        .containsExactlyInAnyOrder("main", "main", "cto", "legal");
  }

  @Test
  void anEscalationThatCannotBeReadHoldsNobodyUp() throws Exception {
    Incident broken = open("P1");
    awaitPaged(broken, "alice");
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE escalation.escalation SET progress = '[]', next_due_at = now() - interval"
                    + " '1 day' WHERE incident = ?::uuid")) {
      statement.setString(1, broken.id);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    awaitPaged(open("P1"), "alice");
    soon(() -> assertThat(alarms(broken)).contains("escalation-failed"));
  }

  @Test
  void aSnapshotThatCannotBeReadHoldsNobodyUpAndIsAnAlarm() throws Exception {
    Incident broken = open("P1");
    awaitPaged(broken, "alice");
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE escalation.incident_snapshot SET snapshot = '[]' WHERE incident = '%s'; UPDATE"
                  .formatted(broken.id)
              + " escalation.escalation SET next_due_at = now() WHERE incident = '%s'"
                  .formatted(broken.id));
    }

    awaitPaged(open("P1"), "alice");
    soon(() -> assertThat(alarms(broken)).contains("escalation-failed"));
  }

  @Test
  void aTagThatComesLaterPagesLegalThen() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");

    incident.tags("other", "data-breach");

    awaitPaged(incident, "alice", "lea");
  }

  @Test
  void aSeverityThatRisesPagesTheLeadThen() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");

    incident.severity("P0");

    awaitPaged(incident, "alice", "carol");
  }

  @Test
  void anAcknowledgedIncidentPagesNoSecondary() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");
    incident.acknowledgedBy("alice");

    later(Duration.ofMinutes(16));

    soon(() -> assertThat(outcomes(incident)).containsExactly("paged", "skipped"));
    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void aResolvedIncidentEndsItsEscalationAndSaysWhyEachStepWasNotTaken() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");

    incident.resolved();

    soon(
        () ->
            assertThat(get("/v1/escalations?incident=" + incident.id).getString("items[0].state"))
                .isEqualTo("ended"));
    assertThat(
            this.<String>values("/v1/escalations?incident=" + incident.id, "items[0].steps.reason"))
        .contains(
            "the incident is resolved; severity P1 is not one of [P0]",
            "the incident is resolved; the incident has no tag [data-breach]");
  }

  @Test
  void aNewRoundPagesAnewAndEndsTheOldOne() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");
    incident.acknowledgedBy("alice");

    incident.newRound(time.now());

    awaitPaged(incident, "alice", "alice");
    soon(
        () ->
            assertThat(
                    this.<String>values("/v1/escalations?incident=" + incident.id, "items.state"))
                .containsExactly("ended", "running"));
  }

  @Test
  void snapshotsThatComeTwiceOrOutOfOrderPageOnce() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");
    incident.acknowledgedBy("alice");

    Incident.send(incident.snapshot(1).replace(": \"acknowledged\"", ": \"triggered\""));
    Incident.send(incident.snapshot(2));
    Incident.send(incident.snapshot(1));

    turnsPass();
    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void anEventAYearLateChangesNothing() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");
    String first = incident.snapshot(1);
    incident.resolved();

    later(Duration.ofDays(365));
    Incident.send(first);

    turnsPass();
    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void aQuietIncidentPagesNobodyUntilItsEnd() {
    Incident incident = new Incident(own, "P2", time.now());
    open(incident.mutedUntil(time.now().plus(Duration.ofHours(2))));
    turnsPass();
    assertThat(paged(incident)).isEmpty();

    later(Duration.ofHours(2).plusSeconds(30));

    awaitPaged(incident, "alice");
  }

  @Test
  void theRoundThatTheEndOfAMuteBeginsPagesOnce() {
    Instant until = time.now().plus(Duration.ofHours(2));
    Incident incident = open(new Incident(own, "P1", time.now()).mutedUntil(until));
    later(Duration.ofHours(2).plusSeconds(25));
    turnsPass();
    assertThat(paged(incident)).isEmpty();

    incident.mutedUntil(null).newRound(until);

    awaitPaged(incident, "alice");
  }

  private void aliceHasAMailAtOnceAndOneAfterFiveMinutes() {
    contact(named("alice"), "second", "email", mail("late"));
    admin()
        .body(
            "{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"second\", \"delay\": \"PT5M\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
  }

  private void awaitDropped(Incident incident, String reason) {
    soon(
        () ->
            assertThat(
                    this.<String>values(
                        "/v1/deliveries?state=dropped&incident=" + incident.id, "items.reason"))
                .containsExactly(reason));
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .contains(
                    "Not sent any more, because " + reason + ": " + named("alice") + " by e-mail"));
  }

  @Test
  void whatIsQueuedIsDroppedByAMuteAndSaysSo() {
    aliceHasAMailAtOnceAndOneAfterFiveMinutes();
    Incident incident = open("P2");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    Instant until = time.now().plus(Duration.ofHours(2));

    incident.mutedUntil(until).sent();

    awaitDropped(incident, Wording.muted(until));
  }

  @Test
  void whatIsQueuedIsDroppedByAResolveAndSaysSo() {
    aliceHasAMailAtOnceAndOneAfterFiveMinutes();
    Incident incident = open("P2");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    incident.resolved();

    awaitDropped(incident, "the incident is resolved");
  }

  @Test
  void anotherPolicyStartsAtOnceAndDropsWhatTheOldOneQueued() {
    aliceHasAMailAtOnceAndOneAfterFiveMinutes();
    putPolicy(named("other"), "\"repeat\": {\"times\": 0}", step("lead only", "lead"));
    Incident incident = open("P2");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    incident.withPolicy(named("other")).newRound(time.now());

    awaitPaged(incident, "alice", "carol");
    awaitDropped(incident, "round 2 has begun");
    assertThat(get("/v1/escalations?incident=" + incident.id).getString("items[-1].choice"))
        .isEqualTo("the incident names policy '" + named("other") + "'");
  }

  @Test
  void theTimelineHearsOfPagesAndDeliveriesWithTheirReasons() {
    Incident incident = open("P2");

    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("kind").asText())
                .contains("page", "delivery"));
    assertThat(
            incidents.events("escalation.recorded", incident.id).getFirst().path("text").asText())
        .startsWith(
            "Paged " + named("alice") + " by e-mail: on call as primary of " + own + " until ");
  }

  @Test
  void changingThePolicyTouchesOnlyWhatStartsAfterIt() {
    Incident before = open("P1");
    awaitPaged(before, "alice");
    policy(step("lead only", "lead"));
    Incident after = open("P1");
    awaitPaged(after, "carol");

    later(Duration.ofMinutes(15));

    awaitPaged(before, "alice", "bob");
  }

  @Test
  void thePolicyThatTheIncidentNamesWins() {
    putPolicy(named("other"), "\"repeat\": {\"times\": 0}", step("lead only", "lead"));

    Incident incident = open(new Incident(own, "P2", time.now()).withPolicy(named("other")));

    awaitPaged(incident, "carol");
    assertThat(get("/v1/escalations?incident=" + incident.id).getString("items[0].choice"))
        .isEqualTo("the incident names policy '" + named("other") + "'");
  }

  @Test
  void aPersonalDelayIsDroppedWhenAcknowledgedMeanwhile() {
    contact(named("alice"), "second", "email", mail("late"));
    admin()
        .body(
            "{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"second\", \"delay\": \"PT5M\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    Incident incident = open("P2");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    incident.acknowledgedBy("alice");
    later(Duration.ofMinutes(6));

    turnsPass();
    assertThat(Mailbox.of(mail("late"))).isEmpty();
    assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
        .containsExactlyInAnyOrder("sent", "dropped");
  }
}
