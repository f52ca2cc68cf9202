package io.watchbill.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the database finds deliveries when it knows nothing of the tables' rows. See {@link
 * OldSnapshotTest} for claims when it knows that nothing is live.
 */
@QuarkusTest
class PlansTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID[] IDS = {new UUID(0, 1), new UUID(0, 2)};

  private static final String CLEAR =
      """
      SELECT pg_clear_relation_stats('escalation', '$table');
      SELECT pg_clear_attribute_stats('escalation', '$table', attname::text, false)
        FROM pg_attribute
       WHERE attrelid = 'escalation.$table'::regclass AND attnum > 0 AND NOT attisdropped
      """;

  @Inject Database database;

  /** As of tables that were never analyzed, whatever other tests have stored. */
  @BeforeEach
  void forgetStatistics() throws SQLException {
    try (Connection owner = ServerUnderTest.connect();
        Statement statement = owner.createStatement()) {
      for (String table : List.of("delivery", "acknowledgement")) {
        statement.execute(CLEAR.replace("$table", table));
      }
    }
  }

  @Test
  void aClaimReadsTheOldestAndNotAllThatIsLive() {
    String plan =
        plan(
            ClaimRepository.CLAIM,
            "webhook",
            NOW,
            new String[0],
            512L,
            8L,
            64L,
            new UUID(0, 3),
            NOW,
            NOW);

    assertThat(plan).contains("delivery_due", "delivery_pkey").doesNotContain("delivery_incident");
  }

  @Test
  void theGenericPlanOfClaimsReadsTheOldestToo() {
    String plan =
        kept(
            ClaimRepository.CLAIM,
            "'webhook', now(), '{}', 512, 8, 64, gen_random_uuid(), now(), now()");

    assertThat(plan)
        .contains("delivery_due", "delivery_pkey", "$1")
        .doesNotContain("delivery_incident", "Seq Scan on delivery");
  }

  @Test
  void theGenericPlanOfResultsFindsThemByTheirIds() {
    String ids = "'{00000000-0000-0000-0000-000000000001}'";

    assertThat(kept(SentRepository.HANDED_OVER, ids + "," + ids + ",'{1}', '{ok}', now(), '{m}'"))
        .contains("delivery_pkey")
        .doesNotContain("delivery_incident", "delivery_due", "Seq Scan");
  }

  @Test
  void leasesAreRenewedByTheIdsOfTheirDeliveries() {
    assertThat(plan(ClaimRepository.RENEW, IDS, IDS, NOW))
        .contains("delivery_pkey")
        .doesNotContain("delivery_incident", "delivery_due", "Seq Scan");
  }

  @Test
  void resultsAreRecordedByTheIdsOfTheirDeliveries() {
    assertThat(
            plan(
                SentRepository.HANDED_OVER,
                IDS,
                IDS,
                new Integer[] {1, 1},
                new String[] {"ok", "ok"},
                NOW,
                new String[] {"m", null}))
        .contains("delivery_pkey")
        .doesNotContain("delivery_incident", "delivery_due", "Seq Scan");
  }

  @Test
  void theLastLookReadsTheAcknowledgementsOfItsIncidentOnly() {
    assertThat(plan(DeliveryStateRepository.STANDING, IDS, new UUID(0, 3), NOW))
        .contains("acknowledgement_holds")
        .doesNotContain("Seq Scan");
  }

  @Test
  void needlessDeliveriesAreFoundByTheirIncidents() {
    String plan =
        plan(DropRepository.DROP, IDS, new Integer[] {1, 1}, new String[] {"resolved", "resolved"});

    assertThat(plan).containsAnyOf("delivery_incident", "delivery_page").doesNotContain("Seq Scan");
  }

  @Test
  void theFewOfAStateAreNotLookedForInAllOfHistory() {
    String all = "SELECT * FROM " + DeliveryLog.ALL + " WHERE state = $1 ORDER BY id LIMIT $2";

    assertThat(kept(all, "'failed', 51"))
        .contains("on past_delivery_")
        .doesNotContainPattern("past_delivery_\\d+_\\d+_pkey on past_delivery")
        .doesNotContain("Seq Scan");
  }

  /** What Postgres does when it plans a statement once, without looking at its parameters. */
  private String kept(String sql, String parameters) {
    return database.inTransaction(
        tx -> {
          tx.send(Tx.PLANNED_ONCE);
          tx.send("PREPARE statement_to_plan AS " + sql);
          String plan = lines(tx.query("EXPLAIN EXECUTE statement_to_plan(" + parameters + ")"));
          tx.send("DEALLOCATE statement_to_plan");
          return plan;
        });
  }

  private String plan(String sql, Object... parameters) {
    return database.read(tx -> lines(tx.query("EXPLAIN " + sql, parameters)));
  }

  private static String lines(List<Row> plan) {
    return plan.stream().map(row -> row.getString(0)).collect(Collectors.joining("\n"));
  }
}
