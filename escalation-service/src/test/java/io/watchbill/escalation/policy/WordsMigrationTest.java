package io.watchbill.escalation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.testkit.OlderSchema;
import org.junit.jupiter.api.Test;

/** Policies that were stored in older words can be read after the migration. */
class WordsMigrationTest {

  @Test
  void roundsBecomeRepeatAndWatchBecomesShift() throws Exception {
    try (OlderSchema schema = OlderSchema.upTo("escalation", "62")) {
      schema.run(
          """
          INSERT INTO policy (id, name, definition, fallback) VALUES
            ('two', '', '{"rounds": 2, "steps": [{"name": "watch", "notify":
                          [{"rotation": "r", "role": "p", "watch": "next"}]}]}', false),
            ('plain', '', '{"steps": []}', false);
          INSERT INTO policy_snapshot (hash, policy, definition) VALUES
            ('h', 'two', '{"rounds":1,"steps":[]}'), ('b', 'two', '{"rounds": 2');
          """);

      schema.migrate("63");

      assertThat(schema.rows("SELECT id, definition FROM policy ORDER BY id"))
          .containsExactly(
              "plain {\"steps\": []}",
              "two {\"steps\": [{\"name\": \"watch\", \"notify\": [{\"role\": \"p\", \"shift\": \"next\","
                  + " \"rotation\": \"r\"}]}], \"repeat\": {\"times\": 1}}");
      assertThat(schema.rows("SELECT definition FROM policy_snapshot ORDER BY hash"))
          .containsExactly("{\"rounds\": 2", "{\"steps\": [], \"repeat\": {\"times\": 0}}");
    }
  }
}
