package io.watchbill.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What belongs to an incident can be partitioned by it: each unique key has the incident in it. */
@QuarkusTest
class KeysTest {
  private static final String WITHOUT_INCIDENT =
      """
      SELECT i.indexrelid::regclass::text AS name
        FROM pg_index i
        JOIN pg_attribute of_table ON of_table.attrelid = i.indrelid AND of_table.attname = 'incident'
       WHERE i.indisunique AND i.indrelid IN
             (SELECT oid FROM pg_class WHERE relnamespace = 'escalation'::regnamespace)
         AND NOT of_table.attnum = ANY(i.indkey::int2[])
      """;

  private static final String TABLES =
      """
      SELECT count(*) AS count FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'escalation'::regnamespace AND c.relkind = 'r'
         AND a.attname = 'incident' AND c.relname IN
             ('incident_snapshot', 'escalation', 'step_outcome', 'page', 'delivery',
              'delivery_attempt', 'acknowledgement', 'alarm')
      """;

  @Inject Database database;

  @Test
  void allThatBelongsToAnIncidentHasItInItsKeys() {
    List<String> without =
        database.read(
            tx -> tx.query(WITHOUT_INCIDENT).stream().map(row -> row.getString("name")).toList());

    assertThat(without).isEmpty();
    assertThat(database.read(tx -> tx.one(TABLES)).orElseThrow().getLong("count")).isEqualTo(8);
  }
}
