package io.watchbill.escalation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots of policies go when no escalation refers to them any more. */
@QuarkusTest
class PolicySnapshotsTest extends ServiceTest {
  @Inject Database database;
  @Inject PolicySnapshots snapshots;

  private Incident incident;

  @BeforeEach
  void anOpenIncident() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    incident = open("P2");
    awaitPaged(incident, "alice");
  }

  @Test
  void oneThatNobodyUsesGoesAfterTheRetention() {
    stored("old", 500);
    stored("young", 420);

    snapshots.forget();

    assertThat(isStored("old")).isFalse();
    assertThat(isStored("young")).isTrue();
  }

  @Test
  void oneOfAnOpenIncidentStaysHoweverOld() {
    String used = snapshotOfTheIncident();
    lastUsed(used, 500);

    snapshots.forget();

    assertThat(isStored(used)).isTrue();
  }

  @Test
  void oneOfAnIncidentThatIsHeldInHistoryStays() {
    stored("held", 500);
    database.inTransaction(
        tx ->
            tx.update(
                """
                INSERT INTO past_escalation
                SELECT (jsonb_populate_record(e, jsonb_build_object(
                         'id', gen_random_uuid(),
                         'incident', uuid_at($2::timestamptz - interval '500 days 1 hour'),
                         'snapshot', $3::text))).*
                  FROM escalation e WHERE e.incident = $1 LIMIT 1
                """,
                UUID.fromString(incident.id),
                tx.now(),
                "held"));

    snapshots.forget();

    assertThat(isStored("held")).isTrue();
  }

  @Test
  void oneThatIsUsedAgainStays() {
    String used = snapshotOfTheIncident();
    lastUsed(used, 500);

    awaitPaged(open("P2"), "alice");

    assertThat(wasUsedWithinTheHour(used)).isTrue();
  }

  private boolean wasUsedWithinTheHour(String hash) {
    return exists(
        "SELECT 1 FROM policy_snapshot WHERE hash = $1 AND last_used_at > $2::timestamptz - interval '1 hour'",
        hash,
        now());
  }

  private void stored(String hash, int daysAgo) {
    database.inTransaction(
        tx ->
            tx.update(
                "INSERT INTO policy_snapshot (hash, policy, definition, last_used_at) VALUES ($1,"
                    + " 'gone', '{}', $2::timestamptz - $3 * interval '1 day') ON CONFLICT (hash)"
                    + " DO NOTHING",
                hash,
                tx.now(),
                daysAgo));
  }

  private void lastUsed(String hash, int daysAgo) {
    database.inTransaction(
        tx ->
            tx.update(
                "UPDATE policy_snapshot SET last_used_at = $2::timestamptz - $3 * interval '1 day'"
                    + " WHERE hash = $1",
                hash,
                tx.now(),
                daysAgo));
  }

  private String snapshotOfTheIncident() {
    return database.read(
        tx ->
            tx.one(
                    "SELECT snapshot FROM escalation WHERE incident = $1",
                    UUID.fromString(incident.id))
                .orElseThrow()
                .getString("snapshot"));
  }

  private boolean isStored(String hash) {
    return exists("SELECT 1 FROM policy_snapshot WHERE hash = $1", hash);
  }

  private boolean exists(String sql, Object... parameters) {
    Optional<Row> row = database.read(tx -> tx.one(sql, parameters));
    return row.isPresent();
  }
}
