package io.watchbill.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Api;
import io.watchbill.incident.Message;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** However many send at once, accepted alerts reach the escalation-service at once. */
@QuarkusTest
class FloodTest {
  private static final int CLIENTS = 500;
  private static final Duration WARM = Duration.ofSeconds(4);
  private static final Duration SPELL = Duration.ofSeconds(18);
  private static final double YOUNG_SECONDS = 12;

  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final CountDownLatch enough = new CountDownLatch(1);

  @Test
  void theOldestUnsentEventStaysYoung() throws Exception {
    String key = TestKeys.integration(Api.integration());
    URI intake =
        URI.create(
            "http://localhost:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class)
                + "/v1/ingest/alertmanager");
    long end = System.nanoTime() + SPELL.toNanos();
    double oldest = 0;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      IntStream.range(0, CLIENTS)
          .forEach(i -> clients.execute(() -> sendUntil(end, http, request(intake, key, i))));
      await().pollDelay(WARM).until(() -> true);
      while (System.nanoTime() < end) {
        oldest = Math.max(oldest, oldestUnsentSeconds());
      }
      enough.countDown();
      clients.shutdown();
      assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(statuses.keySet()).isSubsetOf(200, 503).contains(200);
    assertThat(oldest).as("statuses " + statuses).isLessThan(YOUNG_SECONDS);
  }

  private static HttpRequest request(URI intake, String key, int client) {
    return HttpRequest.newBuilder(intake)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(20))
        .POST(
            HttpRequest.BodyPublishers.ofString(
                Message.of("flood" + client % 100).firing("f" + client, "warning").json()))
        .build();
  }

  private void sendUntil(long end, HttpClient http, HttpRequest request) {
    while (System.nanoTime() < end) {
      try {
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        statuses.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
        if (status == 503 && enough.await(500, TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (IOException e) {
        statuses.computeIfAbsent(0, s -> new AtomicInteger()).incrementAndGet();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static double oldestUnsentSeconds() throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 FROM"
                    + " incident.outbox WHERE parked_at IS NULL AND destination = 'escalation'")) {
      row.next();
      return row.getDouble(1);
    }
  }
}
