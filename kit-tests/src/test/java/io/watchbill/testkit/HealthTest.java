package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Health and metrics say the truth. */
@QuarkusTest
class HealthTest extends OfThings {

  private static String metrics() {
    return given().accept("text/plain").get("/metrics").asString();
  }

  private static double refused(String cause) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("watchbill_auth_refused_total{cause=\"" + cause + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void oldestReader(int reader) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE incident.compatibility SET oldest_reader = " + reader);
    }
  }

  @Test
  void healthAndMetricsAreOpenAndTrue() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/metrics").then().statusCode(200).body(containsString("watchbill_loop_turn"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("watchbill_outbox"));
  }

  @Test
  void aPeerThatIsDownIsListedAndNoReasonNotToBeReady() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'peers' }.status", equalTo("UP"))
                    .body(
                        "checks.find { it.name == 'peers' }.data.rotation", equalTo("unreachable"))
                    .body("checks.find { it.name == 'peers' }.data.escalation", equalTo("up")));
  }

  @Test
  void withoutItsDatabaseAServiceIsAliveAndNotReady() {
    ServerUnderTest.lockOut();
    try {
      given()
          .get("/q/health/ready")
          .then()
          .statusCode(503)
          .body("checks.find { it.name == 'database' }.status", equalTo("DOWN"))
          .body("checks.find { it.name == 'peers' }.status", equalTo("UP"));
      given().get("/q/health/live").then().statusCode(200);
      given().get("/q/health/started").then().statusCode(200);
      as("wb_000000000000_00000000000000000000000000000000").get("/things").then().statusCode(503);
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () ->
                  given()
                      .accept("text/plain")
                      .get("/metrics")
                      .then()
                      .body(containsString("watchbill_database_up 0.0")));
    } finally {
      ServerUnderTest.letIn();
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void aPeerThatRefusesOurKeyIsListedAndCountedUntilItTakesIt() throws Exception {
    revokeServiceKey("now()");
    try {
      awaitPeer("refusing this service's key", 1);
    } finally {
      revokeServiceKey("NULL");
    }
    awaitPeer("up", 0);
  }

  private static void awaitPeer(String state, int refused) {
    String metric = "watchbill_peer_key_refused{peer=\"escalation\"";
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              given()
                  .get("/q/health/ready")
                  .then()
                  .statusCode(200)
                  .body("checks.find { it.name == 'peers' }.data.escalation", equalTo(state));
              assertThat(metrics().lines().filter(line -> line.startsWith(metric)).toList())
                  .singleElement()
                  .asString()
                  .endsWith(" " + refused + ".0");
            });
  }

  private static void revokeServiceKey(String at) throws Exception {
    TestKeys.service();
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE access.api_key SET revoked_at = " + at + " WHERE principal = 'under-test'");
    }
  }

  @Test
  void aSchemaThatIsTooNewIsNotServed() throws Exception {
    oldestReader(2);
    try {
      given()
          .get("/q/health/ready")
          .then()
          .statusCode(503)
          .body("checks.find { it.name == 'database' }.data.oldestReaderServed", equalTo(2));
    } finally {
      oldestReader(1);
    }
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void refusalsAreCountedByTheirCause() {
    double before = refused("wrong-secret");
    String key = TestKeys.viewer();
    String other = key.substring(0, key.length() - 32) + "0".repeat(32);

    as(other).get("/things").then().statusCode(401);

    assertThat(refused("wrong-secret")).isEqualTo(before + 1);
  }

  @Test
  void metricsShowTheRouteOfAPathThatHasAKeyInIt() {
    String key = TestKeys.integration("in-path");
    given().get("/things/by-key/" + key).then().statusCode(200);
    String wrong = key.substring(0, 10) + "0".repeat(22);
    given().get("/things/by-key/" + wrong).then().statusCode(401);

    given()
        .get("/metrics")
        .then()
        .body(containsString("uri=\"/things/by-key/{key}\""))
        .body(not(containsString(key)))
        .body(not(containsString(wrong)));
  }
}
