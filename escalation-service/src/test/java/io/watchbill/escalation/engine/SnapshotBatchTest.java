package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots of several incidents that come in one batch, and are taken by one transaction. */
@QuarkusTest
class SnapshotBatchTest extends ServiceTest {
  @BeforeEach
  void aliceHasAMailAtOnceAndOneAfterFiveMinutes() {
    rotation("primary", "alice");
    reachableByMail("alice");
    contact(named("alice"), "second", "email", mail("late"));
    admin()
        .body(
            "{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"second\", \"delay\": \"PT5M\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    policy(step("primary", "primary"));
  }

  @Test
  void eachTakesEffectAndSaysWhyForItself() {
    Incident resolved = paged();
    Incident acknowledged = paged();
    Incident muted = paged();
    Incident untouched = paged();
    Incident opened = new Incident(own, "P1", now());
    Incident anotherRound = paged();

    List<String> answers =
        Incident.send(
            List.of(
                with(resolved, "\"state\": \"triggered\"", "\"state\": \"resolved\""),
                with(acknowledged, "\"state\": \"triggered\"", "\"state\": \"acknowledged\""),
                "{\"id\": \"no-uuid\"}",
                muted.mutedUntil(now().plusSeconds(3600)).next(),
                opened.next(),
                with(anotherRound, "\"round\": 1", "\"round\": 2")));

    assertThat(answers)
        .containsExactly("ACCEPTED", "ACCEPTED", "INVALID", "ACCEPTED", "ACCEPTED", "ACCEPTED");
    awaitPaged(opened, "alice");
    awaitPaged(anotherRound, "alice", "alice");
    assertThat(dropped(resolved)).containsExactly("the incident is resolved");
    assertThat(dropped(acknowledged)).containsExactly("acknowledged by somebody");
    assertThat(dropped(muted)).singleElement().asString().startsWith("muted until ");
    assertThat(dropped(anotherRound)).containsExactly("round 2 has begun");
    assertThat(dropped(untouched)).isEmpty();
  }

  @Test
  void ofOneIncidentTheNewestIsTaken() {
    Incident incident = new Incident(own, "P1", now());
    String first = incident.next();
    String last = with(incident, "\"state\": \"triggered\"", "\"state\": \"resolved\"");

    assertThat(Incident.send(List.of(last, first))).containsOnly("ACCEPTED");

    turnsPass();
    assertThat(paged(incident)).isEmpty();
  }

  private Incident paged() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");
    return incident;
  }

  private static String with(Incident incident, String what, String instead) {
    String snapshot = incident.next();
    assertThat(snapshot).contains(what);
    return snapshot.replace(what, instead);
  }

  private List<String> dropped(Incident incident) {
    return values("/v1/deliveries?state=dropped&incident=" + incident.id, "items.reason");
  }
}
