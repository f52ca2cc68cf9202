package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a budget of 4 MiB for people, of which one may have half; see the tests' settings. */
@QuarkusTest
class HostileBodiesTest {
  private static final int NEARLY_1_MIB = (1 << 20) - 1_000;

  private final List<RawConnection> connections = new ArrayList<>();

  @AfterEach
  void hangUp() {
    connections.forEach(RawConnection::close);
  }

  private RawConnection connect() {
    RawConnection connection = RawConnection.open();
    connections.add(connection);
    return connection;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/event-loop"})
  void aChunkedBodyIsCountedAsItArrives(String path) {
    RawConnection connection = connect();
    connection.beginChunked("POST", path, TestKeys.admin());
    connection.chunks(15 << 20, "{\"note\":\"", 'x');

    assertThat(connection.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/event-loop"})
  void aBodyThatSaysItIsTooLongIsRefusedUnread(String path) {
    RawConnection connection = connect();
    connection.begin("POST", path, TestKeys.admin(), 2 << 20);

    assertThat(connection.status()).isEqualTo(413);
  }

  @Test
  void nobodyReadsABodyWithoutAKey() {
    RawConnection connection = connect();
    connection.beginChunked("POST", "/things", null);

    assertThat(connection.status()).isEqualTo(401);
  }

  @Test
  void manyBodiesThatNeverEndLeaveRoomForOthers() {
    for (int i = 0; i < 60; i++) {
      RawConnection connection = connect();
      connection.begin("POST", "/things", TestKeys.automation("hog", "admin"), NEARLY_1_MIB);
      connection.send("{\"id\":\"");
    }
    RawConnection late = connect();
    late.begin("POST", "/things", TestKeys.automation("hog", "admin"), NEARLY_1_MIB);
    String answer = late.answer();

    assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after");
    given()
        .auth()
        .oauth2(TestKeys.automation("another", "admin"))
        .contentType("application/json")
        .body("{\"id\":\"room\"}")
        .post("/things")
        .then()
        .statusCode(201);
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
  void answersThatNobodyTakesHaveAnEnd() {
    for (int i = 0; i < 12; i++) {
      askForMuch();
    }
    connections.forEach(RawConnection::status);

    long whole = connections.stream().filter(HostileBodiesTest::isWhole).count();

    assertThat(whole).isLessThanOrEqualTo(4);
  }

  @Test
  void whoTakesTheAnswerGetsAllOfIt() {
    RawConnection connection = askForMuch();

    assertThat(isWhole(connection)).isTrue();
  }

  private RawConnection askForMuch() {
    RawConnection connection = connect();
    connection.send(
        "GET /event-loop/long HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + TestKeys.viewer()
            + "\r\n\r\n");
    return connection;
  }

  /** But for what was read with its head. */
  private static boolean isWhole(RawConnection connection) {
    return connection.drain() > 31 << 20;
  }

  @Test
  void whatWasAnsweredNoLongerCounts() {
    for (int i = 0; i < 20; i++) {
      RawConnection connection = connect();
      connection.begin("POST", "/event-loop", TestKeys.admin(), NEARLY_1_MIB);
      connection.send("{\"text\":\"" + "x".repeat(NEARLY_1_MIB - 11) + "\"}");

      assertThat(connection.status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/event-loop", "/nothing"})
  void aBodyThatTricklesIsCutOff(String path) {
    RawConnection connection = connect();
    connection.beginChunked("POST", path, TestKeys.admin());
    connection.trickle("{\"note\":\"", 'x', 40);

    assertThat(connection.status()).isIn(408, 404, 0);
  }
}
