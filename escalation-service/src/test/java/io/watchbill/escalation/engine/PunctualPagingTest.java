package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due counts from its anchor, also when nobody was there to look. */
@QuarkusTest
class PunctualPagingTest extends ServiceTest {

  @BeforeEach
  void people() {
    rotation("primary", "alice", "secondary", "bob", "lead", "carol");
    reachableByMail("alice", "bob", "carol");
  }

  private List<Instant> dues(Incident incident) {
    return this.<String>values("/v1/pages?limit=500&incident=" + incident.id, "items.due").stream()
        .map(Instant::parse)
        .toList();
  }

  @Test
  void theSecondPersonIsPagedExactlyHalfAnHourAfterTheTrigger() {
    policy(
        step("first", "primary"),
        step("a hole", "empty", "\"after\": \"PT10M\""),
        step("second", "secondary", "\"after\": \"PT30M\""),
        step("third", "lead", "\"after\": \"PT60M\""));
    Incident incident = open("P3");
    awaitPaged(incident, "alice");
    later(Duration.ofMinutes(29));
    turnsPass();
    assertThat(paged(incident)).containsExactly("alice");

    later(Duration.ofMinutes(1));
    awaitPaged(incident, "alice", "bob");
    later(Duration.ofMinutes(30));

    awaitPaged(incident, "alice", "bob", "carol");
    assertThat(dues(incident))
        .containsExactly(
            incident.triggered(),
            incident.triggered().plus(Duration.ofMinutes(30)),
            incident.triggered().plus(Duration.ofMinutes(60)));
  }

  @Test
  void rulesAtOneAndTwoMinutesToOneAddressAfterThreeMinutesOfSilenceAreOneMessage() {
    contact(named("alice"), "same", "email", mail("alice"));
    admin()
        .body(
            """
            {"rules": [{"method": "mail", "delay": "PT1M"}, {"method": "same", "delay": "PT2M"}]}\
            """)
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    policy(step("first", "primary"));
    Incident incident = open("P3");
    awaitPaged(incident, "alice");

    later(Duration.ofMinutes(3));

    String deliveries = "/v1/deliveries?incident=" + incident.id;
    soon(
        () ->
            assertThat(this.<String>values(deliveries, "items.state"))
                .containsExactlyInAnyOrder("dropped", "sent"));
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    assertThat(this.<String>values(deliveries, "items.findAll { it.state == 'sent' }.method"))
        .containsExactly("same");
  }

  @Test
  void rulesAtOneAndTwoMinutesToOneAddressInTheirTimeAreTwoMessages() {
    contact(named("alice"), "same", "email", mail("alice"));
    admin()
        .body(
            """
            {"rules": [{"method": "mail", "delay": "PT1M"}, {"method": "same", "delay": "PT2M"}]}\
            """)
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200);
    policy(step("first", "primary"));
    awaitPaged(open("P3"), "alice");
    later(Duration.ofMinutes(1));
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));

    later(Duration.ofMinutes(1));

    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(2));
  }

  @Test
  void repetitionsDoNotDrift() {
    policy(step("first", "primary", "\"repeat\": {\"every\": \"PT1M1.007001S\", \"times\": 8}"));
    Incident incident = open("P3");
    Duration every = Duration.parse("PT1M1.007001S");
    for (int repetition = 1; repetition <= 8; repetition++) {
      int pages = repetition;
      soon(() -> assertThat(dues(incident)).hasSize(pages));
      later(every);
    }

    soon(() -> assertThat(dues(incident)).hasSize(9));
    assertThat(dues(incident).getLast())
        .isEqualTo(incident.triggered().plus(every.multipliedBy(8)));
  }

  @Test
  void callsThatWereMissedFollowAtTheirIntervalUntilSomebodyAcknowledges() {
    policy(step("first", "primary", "\"repeat\": {\"every\": \"PT5M\", \"times\": 4}"));
    Incident incident = open("P3");
    awaitPaged(incident, "alice");

    later(Duration.ofMinutes(27));

    awaitPaged(incident, "alice", "alice");
    turnsPass();
    assertThat(paged(incident)).containsExactly("alice", "alice");
    later(Duration.ofMinutes(5));
    awaitPaged(incident, "alice", "alice", "alice");
    incident.acknowledgedBy("alice");
    later(Duration.ofMinutes(10));
    turnsPass();
    assertThat(paged(incident)).hasSize(3);
  }

  @Test
  void aClockThatJumpsADayAheadPagesOnceAndGoesOn() {
    policy(step("first", "primary", "\"repeat\": {\"every\": \"PT15M\", \"times\": 100}"));
    Incident incident = open("P3");
    awaitPaged(incident, "alice");

    later(Duration.ofDays(1));

    awaitPaged(incident, "alice", "alice");
    later(Duration.ofMinutes(15));
    awaitPaged(incident, "alice", "alice", "alice");
  }
}
