package io.watchbill.rotation.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.testkit.OlderSchema;
import org.junit.jupiter.api.Test;

/** The teams of people created by older versions, and the end of archived people's access. */
class OwnersMigrationTest {

  @Test
  void aMemberOfOneTeamBelongsToItAndAllOthersToTheAdmins() throws Exception {
    try (OlderSchema schema = OlderSchema.upTo("rotation", "9")) {
      schema.run(
          """
          INSERT INTO person (id, name, time_zone, revision) VALUES
            ('ann', '', 'UTC', 0), ('bob', '', 'UTC', 0), ('cyd', '', 'UTC', 0);
          INSERT INTO team (id, name, revision) VALUES ('a', '', 0), ('b', '', 0);
          INSERT INTO team_member (team, position, person) VALUES
            ('a', 0, 'ann'), ('a', 1, 'bob'), ('b', 0, 'bob');
          """);

      schema.migrate("28");

      assertThat(schema.rows("SELECT id, coalesce(team, '-') FROM person ORDER BY id"))
          .containsExactly("ann a", "bob -", "cyd -");
    }
  }

  @Test
  void feedsOfTheArchivedAndByThemEnd() throws Exception {
    try (OlderSchema schema = OlderSchema.upTo("rotation", "9")) {
      schema.run(
          """
          INSERT INTO person (id, name, time_zone, revision, archived_at) VALUES
            ('ann', '', 'UTC', 0, now()), ('bob', '', 'UTC', 0, NULL);
          INSERT INTO feed (id, person, author, created_at, token_hash) VALUES
            ('01a204e1-88ea-72e4-a572-000000000001', 'ann', 'person:bob', now(), '1'),
            ('01a204e1-88ea-72e4-a572-000000000002', 'bob', 'person:ann', now(), '2'),
            ('01a204e1-88ea-72e4-a572-000000000003', 'bob', 'person:bob', now(), '3');
          """);

      schema.migrate("28");

      assertThat(
              schema.rows("SELECT encode(token_hash, 'escape') FROM feed WHERE revoked_at IS NULL"))
          .containsExactly("3");
    }
  }
}
