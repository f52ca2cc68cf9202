package io.watchbill.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans made while a queue is empty stay good while it fills. */
@QuarkusTest
class PlansTest {
  @Inject Database database;

  @Test
  void anEmptyQueueIsReadByItsIndex() {
    String plan =
        database.read(
            tx -> {
              tx.query("ANALYZE outbox");
              return String.join(
                  "\n",
                  tx
                      .query(
                          "EXPLAIN DELETE FROM outbox WHERE id = ANY($1)",
                          (Object) new UUID[] {new UUID(0, 1)})
                      .stream()
                      .map(row -> row.getString(0))
                      .toList());
            });

    assertThat(plan).contains("outbox_pkey").doesNotContain("Seq Scan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM any_incident WHERE id = '01980000-0000-7000-8000-000000000001'",
        "SELECT id FROM any_incident WHERE number = 12",
        "SELECT id FROM any_incident ORDER BY created_at DESC, id DESC LIMIT 50",
        "SELECT id FROM any_incident WHERE team = 'x' ORDER BY created_at DESC, id DESC LIMIT 50",
        "SELECT i.id, c.kinds FROM any_incident i CROSS JOIN LATERAL (SELECT array_agg(kind) AS"
            + " kinds FROM any_incident_clock WHERE incident_id = i.id) c ORDER BY created_at"
            + " DESC, id DESC LIMIT 50",
        "SELECT id FROM any_alert ORDER BY opened_at DESC, id DESC LIMIT 50",
        "SELECT r.id, i.number FROM incoming_request r LEFT JOIN any_incident i ON i.id ="
            + " r.incident_id ORDER BY r.received_at DESC, r.id DESC LIMIT 50",
        "SELECT id FROM any_alert WHERE id IN (SELECT alert_id FROM alert_group_member WHERE"
            + " incident_id = '01980000-0000-7000-8000-000000000001') ORDER BY opened_at DESC, id"
            + " DESC LIMIT 50"
      })
  void whatIsOpenOrClosedIsFoundByIndexAndNothingIsReadWholly(String sql) {
    String plan = plan(sql);

    assertThat(plan).contains("Index").doesNotContain("Seq Scan");
  }

  @Test
  void aClosedIncidentIsSoughtInItsMonthOnly() {
    String plan = plan("SELECT id FROM any_incident WHERE id = '%s'".formatted(Ids.next()));

    assertThat(plan.lines().filter(line -> line.contains("incident_history_")).count()).isOne();
  }

  private String plan(String sql) {
    return database.read(
        tx ->
            String.join(
                "\n", tx.query("EXPLAIN " + sql).stream().map(row -> row.getString(0)).toList()));
  }

  @Test
  void noStatementReadsTwoTablesWhollyToJoinThem() {
    assertThat(setting("enable_hashjoin")).isEqualTo("off");
    assertThat(setting("enable_mergejoin")).isEqualTo("off");
  }

  private String setting(String name) {
    return database.read(
        tx -> tx.one("SELECT current_setting($1)", name).orElseThrow().getString(0));
  }
}
