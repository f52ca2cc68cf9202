package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostileRequestsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /things HTTP/1.1\r\n\r\n",
        "GET /nothing HTTP/1.1\r\n\r\n",
        "GET /things HTTP/1.0\r\n\r\n",
        "GET /things HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /things HTTP/1.1\r\nHost: a<b>\r\n\r\n",
        "GET /things HTTP/1.1\r\nHost:\r\n\r\n",
        "POST /things HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
        "GET /q/health/live HTTP/1.1\r\n\r\n",
        "GET /things/../things HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET //things HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /things/%2e%2e/things HTTP/1.1\r\nHost: a\r\n\r\n"
      })
  void whatIsNoRequestIsAProblem(String request) {
    try (RawConnection connection = RawConnection.open()) {
      connection.send(request);

      assertThat(connection.answer())
          .contains(" 400 ")
          .contains("application/problem+json")
          .contains("/errors.html#invalid");
    }
  }

  @Test
  void aProbeOfTheOldProtocolIsAnswered() {
    try (RawConnection connection = RawConnection.open()) {
      connection.send("GET /q/health/live HTTP/1.0\r\n\r\n");

      assertThat(connection.answer()).contains(" 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml, image/png;q=0.1", "nonsense", "*/*", ""})
  void anyAcceptIsAnswered(String accept) {
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .header("Accept", accept)
        .get("/things")
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  @Test
  void linksDoNotCarryTheHost() {
    make("link-a");
    make("link-b");

    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .header("Host", "evil.example")
        .header("X-Forwarded-Host", "evil.example")
        .header("X-Forwarded-For", "203.0.113.9")
        .header("X-Forwarded-Proto", "https")
        .urlEncodingEnabled(false)
        .get("/things?limit=1&q=%7Bx%7D&q=%26")
        .then()
        .statusCode(200)
        .header("Link", allOf(startsWith("</"), not(containsString("evil"))))
        .header("Link", containsString("q=%7Bx%7D&q=%26"))
        .header("Link", containsString("cursor="));
  }

  private static void make(String id) {
    given()
        .auth()
        .oauth2(TestKeys.admin())
        .header("Host", "evil.example")
        .contentType("application/json")
        .body("{\"id\":\"" + id + "\"}")
        .post("/things")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/things/" + id));
  }

  @Test
  void aStreamedPathMayEndWithASlash() {
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .contentType("application/json")
        .body("0123456789")
        .post("/things/streamed/")
        .then()
        .statusCode(200)
        .body(equalTo("10"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"a\"}x", "{\"text\":\"a\"}{}"})
  void aBodyMeansOneThing(String body) {
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .contentType("application/json")
        .body(body)
        .post("/event-loop")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u009b", "\\u001b", "\\n", "\\ud800", "\\u202e", "\\u2028"})
  void ordersInALineArePointedAt(String character) {
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .contentType("application/json")
        .body("{\"text\":\"a" + character + "b\"}")
        .post("/event-loop")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/text"))
        .body("errors[0].detail", containsString("U+"));
  }
}
