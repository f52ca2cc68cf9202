package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Rows;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hundreds of mutes that end together end in few transactions, each once. */
@QuarkusTest
class MuteFloodTest {
  private static final int COUNT = 400;

  @Inject MovableTime time;
  @Inject Database database;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void mutesThatEndTogetherEndInFewTransactionsAndEachOnce() {
    UUID like = UUID.fromString(io.watchbill.incident.Api.incident(opened("P3")).getString("id"));
    Instant until = time.now().plus(Duration.ofHours(2));
    copyMuted(like, until);

    time.advance(Duration.ofHours(2));

    await().atMost(Duration.ofSeconds(90)).until(() -> ended().size() == COUNT);
    List<Ended> ended = ended();
    Set<Instant> transactions = ended.stream().map(Ended::at).collect(Collectors.toSet());
    assertThat(transactions).hasSizeLessThan(COUNT / 20);
    assertThat(ended).allSatisfy(one -> assertThat(one.round()).isEqualTo(2));
  }

  private record Ended(Instant at, int round) {}

  private List<Ended> ended() {
    return database.read(
        tx ->
            tx
                .query(
                    "SELECT e.recorded_at, i.round FROM timeline_entry e JOIN incident i ON i.id ="
                        + " e.incident_id WHERE i.title = 'flood' AND e.kind = 'mute-over'")
                .stream()
                .map(row -> new Ended(Rows.instant(row, "recorded_at"), row.getInteger("round")))
                .toList());
  }

  /** Many incidents as that one is, but muted. */
  private void copyMuted(UUID like, Instant until) {
    database.inTransaction(
        tx -> {
          tx.update(
              """
              INSERT INTO incident
              SELECT (r).* FROM (
                SELECT jsonb_populate_record(i, jsonb_build_object(
                         'id', uuid_at(now() + n * interval '1 ms'), 'title', 'flood',
                         'number', nextval('incident_number'), 'mute_kind', 'MUTE',
                         'mute_until', $2::timestamptz, 'mute_reason', 'x', 'mute_by', 'admin',
                         'mute_by_kind', 'PERSON', 'mute_channel', 'api')) AS r
                  FROM incident i, generate_series(1, $3) n WHERE i.id = $1) s
              """,
              like,
              until,
              COUNT);
          tx.update(
              """
              INSERT INTO incident_clock (incident_id, kind, due, met_at, breach_recorded)
              SELECT i.id, c.kind, c.due, c.met_at, c.breach_recorded
                FROM incident i, incident_clock c
               WHERE i.title = 'flood' AND c.incident_id = $1
              """,
              like);
          return tx.update(
              "INSERT INTO timer (kind, key, due, retry_at) SELECT 'mute', id::text, $1, $1 FROM"
                  + " incident WHERE title = 'flood'",
              until);
        });
  }
}
