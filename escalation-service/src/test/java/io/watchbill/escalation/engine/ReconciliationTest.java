package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no event brought is found out all the same. */
@QuarkusTest
class ReconciliationTest extends ServiceTest {
  @Inject Reconciliation reconciliation;
  @Inject SnapshotRepository snapshots;
  @Inject Database database;
  @Inject ObjectMapper mapper;

  @BeforeEach
  void alicePrimary() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
  }

  @Test
  void whatTheEventsDidNotBringIsFetched() {
    Incident incident = new Incident(own, "P2", time.now());
    incidents.has(incident.id, incident.next());

    reconciliation.reconcile();

    awaitPaged(incident, "alice");
    incidents.has(incident.id, resolved(incident));
    incident.resolved();
  }

  @Test
  void itIsFetchedWithinAMinuteOrTwo() {
    Incident incident = new Incident(own, "P2", time.now());
    incidents.has(incident.id, incident.next());

    later(Duration.ofMinutes(1));

    awaitPaged(incident, "alice");
    incidents.has(incident.id, resolved(incident));
    incident.resolved();
  }

  @Test
  void aResolutionThatNoEventBroughtIsFetched() {
    Incident incident = open("P2");
    awaitPaged(incident, "alice");
    incidents.has(incident.id, resolved(incident));

    reconciliation.reconcile();

    soon(
        () ->
            assertThat(get("/v1/escalations?incident=" + incident.id).getString("items[0].state"))
                .isEqualTo("ended"));
  }

  @Test
  void whatIsTheSameHereAndThereIsNotLookedInto() {
    Incident incident = new Incident(own, "P2", time.now());
    String snapshot = incident.next();
    incidents.has(incident.id, snapshot);
    Incident.send(snapshot);

    reconciliation.reconcile();

    assertThat(incidents.listedThrough(incident.id)).isZero();
    incidents.has(incident.id, resolved(incident));
    incident.resolved();
  }

  @Test
  void aSnapshotThatCannotBeTakenHidesNoOtherAndLeavesTheComparisonFailed() {
    String id = "00000000-0000-4000-8000-" + UUID.randomUUID().toString().substring(24);
    String poison =
        new Incident(own, "P2", time.now())
            .next()
            .replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"" + id + "\"")
            .replace("\"severity\": \"P2\"", "\"severity\": \"P\\u0000\"");
    assertThat(poison).contains(id, "u0000");
    Incident incident = new Incident(own, "P2", time.now());
    incidents.has(id, poison);
    incidents.has(incident.id, incident.next());

    assertThatThrownBy(reconciliation::reconcile).hasMessageContaining(id);

    awaitPaged(incident, "alice");
    incidents.has(id, poison.replace("\"state\": \"triggered\"", "\"state\": \"resolved\""));
    incidents.has(incident.id, resolved(incident));
    incident.resolved();
  }

  /** So that a turn can end between any two of them, however much differs. */
  @Test
  void muchThatDiffersIsTakenInSmallSteps() {
    List<Incident> many =
        IntStream.range(0, 220).mapToObj(i -> new Incident(own, "P3", time.now())).toList();
    many.forEach(incident -> incidents.has(incident.id, incident.next()));
    incidents.inOneRange(true);
    Comparison comparison = reconciliation.comparison();
    int most = 0;
    try {
      while (!comparison.isDone()) {
        int before = comparison.news();
        comparison.step();
        most = Math.max(most, comparison.news() - before);
      }
    } finally {
      incidents.inOneRange(false);
    }

    assertThat(comparison.news()).isGreaterThanOrEqualTo(220);
    assertThat(most).isEqualTo(50);
    many.forEach(incident -> incidents.has(incident.id, resolved(incident)));
    many.forEach(Incident::resolved);
  }

  @Test
  void anOpenIncidentThatNothingEscalatesIsFoundAndPaged() throws Exception {
    Incident incident = new Incident(own, "P2", time.now());
    IncidentSnapshot snapshot = mapper.readValue(incident.next(), IncidentSnapshot.class);
    database.inTransaction(tx -> snapshots.storeIfNewer(tx, List.of(snapshot), Map.of()));

    later(Duration.ofSeconds(30));

    awaitPaged(incident, "alice");
  }

  private static String resolved(Incident incident) {
    return incident.next().replace("\"state\": \"triggered\"", "\"state\": \"resolved\"");
  }
}
