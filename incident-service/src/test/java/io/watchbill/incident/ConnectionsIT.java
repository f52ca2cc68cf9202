package io.watchbill.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.testkit.RawConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bounds of connections, which a service provider puts into Vert.x. */
@QuarkusIntegrationTest
@TestProfile(ConnectionsIT.Narrow.class)
class ConnectionsIT {
  private static final int OF_ONE = 40;

  public static final class Narrow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "watchbill.http.connections",
          "160",
          "watchbill.http.connections-of-one-source",
          String.valueOf(OF_ONE));
    }
  }

  private final List<RawConnection> open = new ArrayList<>();

  @AfterEach
  void hangUp() {
    open.forEach(RawConnection::close);
  }

  @Test
  void oneClientTakesItsShareAndOthersAreServed() {
    for (int i = 0; i < 3 * OF_ONE; i++) {
      open.add(RawConnection.openFrom("127.0.0.5"));
    }

    try (RawConnection oneMore = RawConnection.openFrom("127.0.0.5")) {
      oneMore.send("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(oneMore.status()).isZero();
    }
    given().get("/q/health/ready").then().statusCode(200);
  }
}
