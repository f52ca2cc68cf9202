package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same batches from several relays at once, in any order; and what comes a year late. */
@QuarkusTest
class SnapshotRaceTest extends ServiceTest {
  private static final int INCIDENTS = 20;
  private static final int RELAYS = 4;

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    policy(
        step("primary", "primary"),
        step(
            "secondary",
            "secondary",
            "\"after\": {\"sla\": \"acknowledge\"}",
            "\"repeat\": {\"every\": \"PT30M\", \"times\": 3}"));
  }

  @Test
  void whateverTheOrderTheNewestVersionHoldsAndItsRoundPagesOnce() throws Exception {
    List<Incident> sent = new ArrayList<>();
    List<String> snapshots = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      Incident incident = new Incident(own, "P1", now());
      sent.add(incident);
      snapshots.add(incident.next());
      snapshots.add(
          incident.next().replace("\"state\": \"triggered\"", "\"state\": \"acknowledged\""));
      snapshots.add(incident.next().replace("\"state\": \"triggered\"", "\"state\": \"resolved\""));
      snapshots.add(incident.next().replace("\"round\": 1", "\"round\": 2"));
    }

    List<Callable<Boolean>> relays = new ArrayList<>();
    for (int relay = 0; relay < RELAYS; relay++) {
      List<String> mixed = new ArrayList<>(snapshots);
      Collections.shuffle(mixed, new Random(relay));
      relays.add(() -> Incident.send(mixed).stream().allMatch("ACCEPTED"::equals));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(RELAYS)) {
      for (Future<Boolean> taken : threads.invokeAll(relays)) {
        assertThat(taken.get()).isTrue();
      }
    }

    for (Incident incident : sent) {
      soon(() -> assertThat(row("SELECT count(*) FROM page", incident, "round = 2")).isEqualTo(1));
      assertThat(row("SELECT version FROM incident_snapshot", incident, "round = 2")).isEqualTo(4);
      assertThat(row("SELECT count(*) FROM escalation", incident, "round = 2")).isEqualTo(1);
      assertThat(row("SELECT count(*) FROM escalation", incident, "round = 1"))
          .isLessThanOrEqualTo(1);
      Incident.send(
          incident
              .next()
              .replace("\"round\": 1", "\"round\": 2")
              .replace("\"state\": \"triggered\"", "\"state\": \"resolved\""));
    }
  }

  @Test
  void anIncidentThatIsHeardOfAYearLatePagesEachStepOnceNowAndItsRepetitionsLater()
      throws Exception {
    Incident incident = open(new Incident(own, "P1", now().minus(Duration.ofDays(365))));

    soon(() -> assertThat(paged(incident)).contains("alice", "bob"));

    turnsPass();
    assertThat(row("SELECT count(*) FROM page", incident, "purpose = 'main'")).isEqualTo(2);
    assertThat(outcomes(incident)).containsOnly("paged");
  }

  @Test
  void aRoundOfAYearAgoPagesNobodyWhenANewerOneIsKnown() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");
    String first = incident.snapshot(1);
    incident.acknowledgedBy("alice");
    later(Duration.ofDays(365));
    incident.newRound(now());
    awaitPaged(incident, "alice", "alice");

    Incident.send(first);

    turnsPass();
    assertThat(paged(incident)).containsExactly("alice", "alice");
  }

  private static int row(String select, Incident incident, String more) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      ResultSet found =
          statement.executeQuery(
              select + " WHERE incident = '%s' AND %s".formatted(incident.id, more));
      assertThat(found.next()).isTrue();
      return found.getInt(1);
    }
  }
}
