package io.watchbill.escalation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.testkit.OlderSchema;
import org.junit.jupiter.api.Test;

/** The first version that is kept of policies from before versions were. */
class VersionsMigrationTest {

  @Test
  void aPolicyBeginsWithWhatItIs() throws Exception {
    try (OlderSchema schema = OlderSchema.upTo("escalation", "100")) {
      schema.run(
          """
          INSERT INTO policy (id, name, definition, fallback, version, team, archived_at) VALUES
            ('one', '', '{"a": 1}', false, 7, 'red', NULL), ('gone', '', '{}', false, 2, NULL, now());
          """);

      schema.migrate("109");

      assertThat(
              schema.rows(
                  "SELECT policy, version, coalesce(team, '-'), definition, archived,"
                      + " coalesce(author, '-') FROM policy_version ORDER BY policy"))
          .containsExactly("gone 2 - {} t -", "one 7 red {\"a\": 1} f -");
    }
  }
}
