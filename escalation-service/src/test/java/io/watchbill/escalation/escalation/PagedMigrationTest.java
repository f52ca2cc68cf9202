package io.watchbill.escalation.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.testkit.OlderSchema;
import org.junit.jupiter.api.Test;

/** Escalations that started before the upgrade still know whom they have paged. */
class PagedMigrationTest {
  private static final String ESCALATION =
      """
      INSERT INTO %s (id, incident, round, purpose, snapshot, choice, engine, state, progress,
                      started_at, urgency)
      VALUES (gen_random_uuid(), gen_random_uuid(), 1, 'main', 'h', 'named', 1, 'running',
              '{"branches": {"told": {"run": 1, "told": true}}, "steps": [{"told": false}]}', now(), 0);
      """;

  @Test
  void progressSaysPagedAlsoInHistory() throws Exception {
    try (OlderSchema schema = OlderSchema.upTo("escalation", "63")) {
      schema.run("INSERT INTO policy_snapshot (hash, policy, definition) VALUES ('h', 'p', '{}')");
      schema.run(ESCALATION.formatted("escalation"));
      schema.run(ESCALATION.formatted("past_escalation"));

      schema.migrate("85");

      assertThat(
              schema.rows(
                  """
                  SELECT progress FROM escalation
                  UNION ALL SELECT progress FROM past_escalation
                  """))
          .hasSize(2)
          .containsOnly(
              "{\"steps\": [{\"paged\": false}], \"branches\": {\"told\": {\"run\": 1, \"paged\": true}}}");
    }
  }
}
