package io.watchbill.rotation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.testkit.OlderSchema;
import org.junit.jupiter.api.Test;

/** Daily coverage checks continue after an upgrade: their timers are renamed. */
class CoverageTimersMigrationTest {
  @Test
  void timersOfEveryFormerKindContinue() throws Exception {
    try (OlderSchema schema = OlderSchema.upTo("rotation", "60")) {
      schema.run(
          """
          INSERT INTO timer (kind, key, due, retry_at) VALUES
            ('gap-watch', 'desk', '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z'),
            ('gap-shift', 'desk', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z'),
            ('gap-shift', 'lab', '2026-03-03T00:00:00Z', '2026-03-03T00:00:00Z'),
            ('shift-times', 'desk', '2026-03-04T00:00:00Z', '2026-03-04T00:00:00Z');
          """);

      schema.migrate("61");

      assertThat(
              schema.rows(
                  "SELECT kind, key, (due AT TIME ZONE 'UTC')::date FROM timer ORDER BY kind, key"))
          .containsExactly(
              "coverage-check desk 2026-03-01",
              "coverage-check lab 2026-03-03",
              "shift-times desk 2026-03-04");
    }
  }
}
