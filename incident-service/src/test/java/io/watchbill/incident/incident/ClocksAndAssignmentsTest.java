package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.lifecycle.IncidentRole.COMMANDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.incident.lifecycle.RoleTransitions;
import io.watchbill.kit.database.Database;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Clocks and roles stand beside their incident, change with its version and go where it goes. */
@QuarkusTest
class ClocksAndAssignmentsTest {
  private static final Actor ANN = Actor.person("ann", "api");

  @Inject Database database;
  @Inject IncidentRepository repository;
  @Inject Incidents incidents;

  @Test
  void aClockStandsBesideItsIncidentAndMovesWithIt() {
    String reference = opened("P1");
    UUID id = id(reference);
    List<String> running = clocks("incident_clock", id);
    assertThat(running).containsExactly("acknowledgement " + due(reference) + " null false");

    act(reference, "resolve");
    assertThat(clocks("incident_clock", id)).isEmpty();
    assertThat(clocks("incident_clock_history", id)).isEqualTo(running);
    assertThat(incident(reference).getString("clocks.acknowledge.status")).isEqualTo("stopped");

    act(reference, "reopen");
    assertThat(clocks("incident_clock_history", id)).isEmpty();
    assertThat(clocks("incident_clock", id))
        .containsExactly("acknowledgement " + due(reference) + " null false");
    assertThat(incident(reference).getString("clocks.acknowledge.status")).isEqualTo("running");
  }

  @Test
  void anAcknowledgementIsStoredInTheClock() {
    String reference = opened("P1");

    act(reference, "acknowledge");

    Instant at = Instant.parse(incident(reference).getString("acknowledged.at"));
    assertThat(clocks("incident_clock", id(reference)))
        .containsExactly("acknowledgement " + due(reference) + " " + at + " false");
  }

  @Test
  void whoWaitedForTheLockSeesTheClockAsItIsThen() throws Exception {
    String reference = opened("P1");
    UUID id = id(reference);
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        Connection other = ServerUnderTest.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SET search_path = incident");
      statement.execute("SELECT id FROM incident WHERE id = '%s' FOR UPDATE".formatted(id));
      statement.execute(
          "UPDATE incident_clock SET breach_recorded = true WHERE incident_id = '%s'"
              .formatted(id));
      Future<Incident> waiting = thread.submit(() -> locked(id));
      await().until(ClocksAndAssignmentsTest::somebodyWaits);
      other.commit();

      assertThat(waiting.get().lifecycle().clock().breachRecorded()).isTrue();
    }
  }

  private Incident locked(UUID id) {
    return database.inTransaction(tx -> repository.lock(tx, id).orElseThrow());
  }

  private static boolean somebodyWaits() throws SQLException {
    try (Connection owner = ServerUnderTest.connect();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  @Test
  void aRoleRaisesTheVersionAndStandsInTheTimelineAndTheSnapshot() {
    String reference = opened("P1");
    UUID id = id(reference);

    decide(id, (roles, now) -> roles.assign(COMMANDER, "bob", ANN, now));

    assertThat(incident(reference).getInt("version")).isEqualTo(2);
    assertThat(kinds(reference)).containsExactly("triggered", "role-assigned");
    assertThat(locked(id).lifecycle().roles().of(COMMANDER))
        .hasValueSatisfying(holder -> assertThat(holder.person()).isEqualTo("bob"));
    assertCommander(id, "bob");
    decide(id, (roles, now) -> roles.assign(COMMANDER, "bob", ANN, now));
    assertThat(incident(reference).getInt("version")).isEqualTo(2);
  }

  @Test
  void whoHadARoleStaysKnownWhenItIsHandedOverAndReleased() {
    String reference = opened("P1");
    UUID id = id(reference);

    decide(id, (roles, now) -> roles.assign(COMMANDER, "bob", ANN, now));
    decide(id, (roles, now) -> roles.assign(COMMANDER, "carol", ANN, now));
    assertThat(assignments("incident_assignment", id)).containsExactly("bob ended", "carol now");

    act(reference, "resolve");
    assertThat(assignments("incident_assignment", id)).isEmpty();
    assertThat(assignments("incident_assignment_history", id))
        .containsExactly("bob ended", "carol now");
    assertCommander(id, "carol");

    act(reference, "reopen");
    decide(id, (roles, now) -> roles.release(COMMANDER, ANN, now));
    assertThat(assignments("incident_assignment", id)).containsExactly("bob ended", "carol ended");
    assertThat(locked(id).lifecycle().roles().of(COMMANDER)).isEmpty();
    assertCommander(id, null);
  }

  @Test
  void clocksAndRolesOfANewerVersionAreLeftAlone() {
    String reference = opened("P1");
    UUID id = id(reference);
    database.run(
        tx -> {
          tx.update(
              "INSERT INTO incident_clock (incident_id, kind, due, breach_recorded) VALUES ($1,"
                  + " 'containment', now(), false)",
              id);
          tx.update(
              "INSERT INTO incident_assignment (incident_id, role, person, held_from) VALUES ($1,"
                  + " 'scribe', 'dan', now())",
              id);
        });

    act(reference, "acknowledge");
    act(reference, "resolve");

    assertThat(clocks("incident_clock_history", id)).hasSize(2);
    assertThat(assignments("incident_assignment_history", id)).containsExactly("dan now");
    admin().get("/v1/incidents?state=resolved").then().statusCode(200);
  }

  private static void assertCommander(UUID id, String person) {
    as(TestKeys.service())
        .body(Map.of("ids", List.of(id)))
        .post("/v1/snapshots")
        .then()
        .statusCode(200)
        .body("items[0].commander", equalTo(person));
  }

  private void decide(UUID id, BiFunction<RoleTransitions, Instant, Decision> decision) {
    database.run(
        tx -> {
          Incident incident = repository.lock(tx, id).orElseThrow();
          RoleTransitions roles = incident.lifecycle().roleChanges();
          incidents.apply(tx, incident, decision.apply(roles, tx.now()));
        });
  }

  private List<String> clocks(String table, UUID id) {
    return database.read(
        tx ->
            tx
                .query(
                    "SELECT kind, due, met_at, breach_recorded FROM "
                        + table
                        + " WHERE incident_id = $1",
                    id)
                .stream()
                .map(
                    row ->
                        row.getString("kind")
                            + " "
                            + row.getOffsetDateTime("due").toInstant()
                            + " "
                            + (row.getOffsetDateTime("met_at") == null
                                ? null
                                : row.getOffsetDateTime("met_at").toInstant())
                            + " "
                            + row.getBoolean("breach_recorded"))
                .toList());
  }

  private List<String> assignments(String table, UUID id) {
    return database.read(
        tx ->
            tx
                .query(
                    "SELECT person, held_until FROM "
                        + table
                        + " WHERE incident_id = $1 ORDER BY held_from, person",
                    id)
                .stream()
                .map(
                    row ->
                        row.getString("person")
                            + (row.getOffsetDateTime("held_until") == null ? " now" : " ended"))
                .toList());
  }

  private static Instant due(String reference) {
    return Instant.parse(incident(reference).getString("clocks.acknowledge.dueAt"));
  }

  private static UUID id(String reference) {
    return UUID.fromString(incident(reference).getString("id"));
  }
}
