package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the picture of an incident to the page in somebody's mailbox. */
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
}
