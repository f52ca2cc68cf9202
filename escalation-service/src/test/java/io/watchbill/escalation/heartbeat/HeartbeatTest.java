package io.watchbill.escalation.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.testkit.FreePort;
import io.watchbill.testkit.ServerUnderTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The monitor outside hears of this service while it can do its work, and only then. */
@QuarkusTest
@TestProfile(HeartbeatTest.WithMonitor.class)
class HeartbeatTest extends ServiceTest {
  private static final Duration SILENCE = Duration.ofSeconds(3);

  @ConfigProperty(name = "watchbill.heartbeat.url")
  URI url;

  private volatile int status = 200;
  private WebhookReceiver monitor;

  /** A monitor that gets a heartbeat every 200 ms. */
  public static class WithMonitor implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "watchbill.heartbeat.url",
          "http://127.0.0.1:" + FreePort.find() + "/ping/a-secret-of-the-monitor",
          "watchbill.heartbeat.every",
          "200ms");
    }
  }

  @BeforeEach
  void monitorListens() {
    monitor = new WebhookReceiver(url.getPort(), call -> status);
  }

  @AfterEach
  void monitorGoes() {
    monitor.close();
  }

  @Test
  void theMonitorHearsOfTheEngineAgainAndAgain() {
    awaitBeats();
    awaitBeats();

    assertThat(metric("watchbill_heartbeats_total{outcome=\"sent\"")).isPositive();
    assertThat(metric("watchbill_heartbeat_age_seconds")).isLessThan(5);
  }

  @Test
  void withoutTheDatabaseTheMonitorHearsNothing() {
    awaitBeats();
    ServerUnderTest.lockOut();
    try {
      assertSilence();
    } finally {
      ServerUnderTest.letIn();
    }
    awaitBeats();
  }

  @Test
  void withoutAWrittenRowNoHeartbeatIsSent() throws Exception {
    awaitBeats();
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE escalation.heartbeat IN ACCESS EXCLUSIVE MODE");

      assertSilence();

      connection.rollback();
    }
    awaitBeats();
  }

  @Test
  void aMonitorThatRefusesDisturbsNoPaging() {
    status = 500;
    rotation("primary", "alice");
    contact(named("alice"), "mail", "email", mail("alice"));
    policy(step("primary", "primary"));

    Incident incident = open("P1");

    awaitPaged(incident, "alice");
    await()
        .untilAsserted(
            () ->
                assertThat(metric("watchbill_heartbeats_total{outcome=\"not-taken\""))
                    .isPositive());
  }

  private void awaitBeats() {
    int before = monitor.calls();
    await().atMost(Duration.ofSeconds(90)).until(() -> monitor.calls() >= before + 2);
  }

  /** What was under way may still arrive; then nothing comes. */
  private void assertSilence() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> {
              int before = monitor.calls();
              await().pollDelay(SILENCE).atMost(SILENCE.multipliedBy(2)).until(() -> true);
              assertThat(monitor.calls()).isEqualTo(before);
            });
  }

  private static double metric(String sample) {
    return RestAssured.given()
        .accept("text/plain")
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(sample))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
