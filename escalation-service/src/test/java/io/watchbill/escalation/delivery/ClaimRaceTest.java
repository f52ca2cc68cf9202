package io.watchbill.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.delivery.ClaimRepository.Claims;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two senders race for the same due deliveries. */
@QuarkusTest
class ClaimRaceTest extends ServiceTest {
  private static final int DUE = 2_000;

  @Inject Database database;
  @Inject ClaimRepository claims;

  @Test
  void eachDeliveryIsClaimedByExactlyOne() throws Exception {
    String kind = named("kind");
    due(kind);

    List<UUID> claimed = new ArrayList<>();
    try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
      List<Future<List<UUID>>> racing = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        racing.add(replicas.submit(() -> claimAll(kind)));
      }
      for (Future<List<UUID>> one : racing) {
        claimed.addAll(one.get());
      }
    }

    assertThat(claimed).hasSize(DUE).doesNotHaveDuplicates();
  }

  @Test
  void aClaimOfWhichAnotherTookSomeSaysThatMoreWasDue() throws Exception {
    String kind = named("kind");
    due(kind);

    Claims brought =
        database.inTransaction(
            other -> {
              claim(other, kind, 150);
              return database.inTransaction(tx -> claim(tx, kind, 600));
            });

    assertThat(brought.deliveries()).hasSizeBetween(450, 599);
    assertThat(brought.more()).isTrue();
  }

  @Test
  void aClaimOfAllThatWasDueSaysThatNoMoreWas() throws Exception {
    String kind = named("kind");
    due(kind);

    assertThat(database.inTransaction(tx -> claim(tx, kind, DUE)).more()).isFalse();
  }

  private Claims claim(Tx tx, String kind, int most) {
    return claims.claim(tx, kind, List.of(), most, most, Duration.ofMinutes(10));
  }

  private List<UUID> claimAll(String kind) {
    List<UUID> claimed = new ArrayList<>();
    int empty = 0;
    while (empty < 3) {
      List<UUID> some =
          database.inTransaction(
              tx -> claim(tx, kind, 50).deliveries().stream().map(Claimed::id).toList());
      claimed.addAll(some);
      empty = some.isEmpty() ? empty + 1 : 0;
    }
    return claimed;
  }

  private void due(String kind) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      UUID incident = UUID.randomUUID();
      // Received now, or it might move to history before its deliveries are planted.
      statement.execute(
          "INSERT INTO incident_snapshot VALUES ('%s', 1, 1, 'resolved', NULL, '%s', '%s')"
              .formatted(
                  incident,
                  "{\"id\":\""
                      + incident
                      + "\",\"version\":1,\"round\":1,\"state\":\"resolved\","
                      + "\"anchors\":{\"triggered\":\"2026-01-01T00:00:00Z\"}}",
                  now()));
      statement.execute(
          "INSERT INTO page SELECT gen_random_uuid(), '%s', 1, 'main', 0, 0, n, 'x', 'x', 'main', 'open', NULL, NULL, 'x', now(), now() FROM generate_series(1, %d) n"
              .formatted(incident, DUE));
      // One is being sent elsewhere, so that the kind does not look like one that nobody knows.
      statement.execute(
          "INSERT INTO delivery (id, page, incident, method, kind, address, provider, state, available_at, give_up_at, due_at) SELECT gen_random_uuid(), id, incident, 'sent elsewhere', '%s', 'a', 'p', 'sending', now() + interval '1 day', now(), now() FROM page WHERE incident = '%s' LIMIT 1"
              .formatted(kind, incident));
      statement.execute(
          "INSERT INTO delivery (id, page, incident, method, kind, address, provider, state, available_at, give_up_at, due_at) SELECT gen_random_uuid(), id, incident, 'm', '%s', 'a', 'p', 'queued', now() - interval '1 hour', now(), now() FROM page WHERE incident = '%s'"
              .formatted(kind, incident));
    }
  }
}
