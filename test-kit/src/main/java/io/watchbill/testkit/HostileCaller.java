package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Attacks that a caller with a minimal key can make over real connections. Each service's test
 * extends this one.
 */
public abstract class HostileCaller {
  private static final int NEARLY_1_MIB = (1 << 20) - 2_000;
  private static final String HOG = "hog";

  private final List<RawConnection> connections = new ArrayList<>();

  /** A path to which somebody with little right may post JSON. */
  protected abstract String posted();

  /** The right that this takes. */
  protected String right() {
    return "viewer";
  }

  @AfterEach
  void hangUp() {
    connections.forEach(RawConnection::close);
  }

  private RawConnection connect() {
    RawConnection connection = RawConnection.open();
    connections.add(connection);
    return connection;
  }

  private String key() {
    return TestKeys.automation(HOG, right());
  }

  @Test
  void manyLongBodiesInChunksAreCutShort() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      connect().beginChunked("POST", posted(), key());
    }
    connections.forEach(one -> one.chunks(1 << 20, "{\"facts\":{\"type\":\"", 'x'));
    connections.forEach(one -> one.chunks(15 << 20, "", 'x'));
    connections.forEach(one -> answers.add(one.status()));

    assertThat(answers).allMatch(status -> status == 413 || status == 503 || status == 0);
    assertServes();
  }

  @Test
  void manyBodiesThatNeverEndLeaveRoomForOthers() {
    for (int i = 0; i < 260; i++) {
      RawConnection connection = connect();
      connection.begin("POST", posted(), key(), NEARLY_1_MIB);
      connection.send("{\"facts\":");
    }
    RawConnection late = connect();
    late.begin("POST", posted(), key(), NEARLY_1_MIB);

    assertThat(late.answer()).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after");
    assertServes();
  }

  /** Another person is served, and so are services. */
  private static void assertServes() {
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/json")
        .body("[]")
        .post("/v1/events")
        .then()
        .statusCode(200);
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void textThatMeansTwoThingsIsRefused() {
    for (String body : List.of("{\"a\":1,\"a\":2}", "{} {}", "{}x")) {
      given()
          .auth()
          .oauth2(key())
          .contentType("application/json")
          .body(body)
          .post(posted())
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }
}
