package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonParseException;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every problem has one shape, and says what is allowed. */
@QuarkusTest
class ProblemsTest extends OfThings {

  @Test
  void anUnknownFieldIsNamedWithItsPointer() {
    as(TestKeys.admin())
        .body("{\"id\": \"a\", \"nots\": 1}")
        .post("/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("/nots"))
        .body("errors[0].detail", containsString("allowed are"));
  }

  @Test
  void everyWrongFieldIsNamed() {
    as(TestKeys.admin())
        .body(Map.of("id", "Not An Id", "note", "far too long for this small field"))
        .post("/things")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/id"))
        .body("errors.pointer", hasItem("/note"));
  }

  @Test
  void theTypeLeadsToWhatItMeans() {
    String type =
        as(TestKeys.admin()).body("{\"id\": ").post("/things").then().extract().path("type");

    given()
        .get(type.substring(0, type.indexOf('#')))
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("id=\"" + type.substring(type.indexOf('#') + 1) + "\""));
  }

  @Test
  void malformedJsonSaysWhere() {
    as(TestKeys.admin())
        .body("{\"id\": ")
        .post("/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("line 1"));
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    as(TestKeys.admin()).body("x".repeat(1_100_000)).post("/things").then().statusCode(413);
    as(TestKeys.admin())
        .body("x".repeat(1_100_000))
        .post("/things/streamed")
        .then()
        .statusCode(200)
        .body(equalTo("10"));
  }

  @Test
  void aFailureOfOursSaysNothingOfItsCause() {
    as(TestKeys.viewer())
        .get("/things/undeclared-failure")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body(not(containsString("secret cause")));
  }

  @Test
  void whatDoesNotExistIsAProblemToo() {
    as(TestKeys.viewer())
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void aSecondOfItsKindIsAConflict() {
    String id = unique("same");
    make(id);
    as(TestKeys.admin())
        .body(Map.of("id", id))
        .post("/things")
        .then()
        .statusCode(409)
        .contentType("application/problem+json");
  }

  @Test
  void aTextThatCannotBeStoredIsAnErrorOfTheCaller() {
    as(TestKeys.admin())
        .body(Map.of("id", unique("nul"), "note", "a\u0000b"))
        .post("/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void whatCannotBeParsedIsNoOutageOfTheDatabase() {
    Throwable unparsable = new UncheckedIOException(new JsonParseException(null, "not JSON"));
    Throwable broken = new UncheckedIOException(new IOException("connection reset"));
    assertThat(Failures.isUnavailable(unparsable)).isFalse();
    assertThat(Failures.isUnavailable(broken)).isTrue();
  }
}
