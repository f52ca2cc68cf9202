package io.watchbill.escalation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.testkit.OlderSchema;
import org.junit.jupiter.api.Test;

/** To whom belongs what was there before policies belonged to anybody. */
class OwnersMigrationTest {

  @Test
  void aPolicyOfOneTeamIsThatTeamsAndAllElseTheAdmins() throws Exception {
    try (OlderSchema schema = OlderSchema.upTo("escalation", "11")) {
      schema.run(
          """
          INSERT INTO policy (id, name, definition, fallback) VALUES
            ('one', '', '{}', false), ('two', '', '{}', false), ('none', '', '{}', false),
            ('fallback', '', '{}', true);
          INSERT INTO policy_team (team, policy) VALUES
            ('a', 'one'), ('b', 'two'), ('c', 'two'), ('d', 'fallback');
          INSERT INTO webhook (id, name, address, secret) VALUES ('hook', '', '', '');
          """);

      schema.migrate("28");

      assertThat(schema.rows("SELECT id, coalesce(team, '-') FROM policy ORDER BY id"))
          .containsExactly("fallback -", "none -", "one a", "two -");
      assertThat(schema.rows("SELECT coalesce(team, '-') FROM webhook")).containsExactly("-");
    }
  }
}
