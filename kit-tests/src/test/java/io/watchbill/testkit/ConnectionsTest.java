package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that say nothing take no more than their share. */
@QuarkusTest
@TestProfile(ConnectionsTest.Narrow.class)
class ConnectionsTest {
  private static final int MOST = 160;
  private static final int OF_ONE = 40;
  private static final int BUT_FOR_THE_FEW = MOST - MOST / 8;

  public static final class Narrow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "watchbill.http.connections",
          String.valueOf(MOST),
          "watchbill.http.connections-of-one-source",
          String.valueOf(OF_ONE),
          "watchbill.http.behind-proxy",
          "true",
          "watchbill.http.trusted-proxies",
          "127.0.0.9");
    }
  }

  private final List<RawConnection> open = new ArrayList<>();

  @AfterEach
  void hangUp() {
    open.forEach(RawConnection::close);
    await().until(() -> connections() < 16);
  }

  private static double connections() {
    String metrics = given().get("/q/metrics").asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith("watchbill_http_connections "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private void idle(int many, String address) {
    IntStream.range(0, many).forEach(i -> open.add(RawConnection.openFrom(address)));
  }

  private static int askedFrom(String address) {
    try (RawConnection connection = RawConnection.openFrom(address)) {
      connection.send("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
      return connection.status();
    }
  }

  private static void assertServesOthers() {
    given().get("/q/health/ready").then().statusCode(200);
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/json")
        .body("[]")
        .post("/v1/events")
        .then()
        .statusCode(200);
  }

  @Test
  void oneClientTakesItsShareAndOthersAreServed() {
    idle(3 * OF_ONE, "127.0.0.5");

    assertThat(askedFrom("127.0.0.5")).isZero();
    assertServesOthers();
    assertThat(connections()).isBetween((double) OF_ONE, OF_ONE + 16.0);
  }

  @Test
  void manyClientsThatTakeAllLeaveRoomForThoseWithFew() {
    for (int i = 0; i < 4; i++) {
      idle(OF_ONE, "127.0.1." + (10 + i));
    }

    assertServesOthers();
    assertThat(askedFrom("127.0.2.1")).isEqualTo(200);
    assertThat(connections()).isBetween((double) BUT_FOR_THE_FEW, BUT_FOR_THE_FEW + 16.0);
  }

  @Test
  void aClientThatHangsUpMayComeAgain() {
    idle(2 * OF_ONE, "127.0.0.5");
    assertThat(askedFrom("127.0.0.5")).isZero();

    open.forEach(RawConnection::close);

    await().untilAsserted(() -> assertThat(askedFrom("127.0.0.5")).isEqualTo(200));
  }

  @Test
  void aTrustedProxySpeaksForMany() {
    idle(2 * OF_ONE, "127.0.0.9");

    assertThat(askedFrom("127.0.0.9")).isEqualTo(200);
  }
}
