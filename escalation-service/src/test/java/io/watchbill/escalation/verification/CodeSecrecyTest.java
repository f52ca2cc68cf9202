package io.watchbill.escalation.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for a code, and where it is not to be found. */
@QuarkusTest
class CodeSecrecyTest extends CodesByMail {

  @Inject Pool pool;

  @Test
  void thePersonAndManagersMayAndNobodyElse() {
    reachableByMail("alice");
    TestKeys.belongs(alice(), own);
    String manager = TestKeys.automation(named("lead"), "manager");

    asked(as(named("bob")), alice(), "mail").statusCode(403);
    asked(viewer(), alice(), "mail").statusCode(403);
    asked(given(), alice(), "mail").statusCode(401);
    asked(given().auth().oauth2(manager), alice(), "mail").statusCode(200);

    as(named("bob"))
        .body("{\"code\": \"" + codeOfMail(1) + "\"}")
        .put("/v1/contact-methods/{person}/{id}/verification", alice(), "mail")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"code\": \"12345\"}", "{\"code\": \"abcdef\"}"})
  void aCodeIsSixDigits(String body) {
    as(alice())
        .body(body)
        .put("/v1/contact-methods/{person}/{id}/verification", alice(), "mail")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/code"));
  }

  @Test
  void aBodyIsNeeded() {
    as(alice())
        .body("null")
        .put("/v1/contact-methods/{person}/{id}/verification", alice(), "mail")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(""));
  }

  @Test
  void theCodeIsNotInTheDatabase() {
    reachableByMail("alice");
    asked().statusCode(200);
    String code = codeOfMail(1);

    String row =
        pool.preparedQuery("SELECT to_json(v)::text FROM contact_verification v WHERE person = $1")
            .execute(io.vertx.mutiny.sqlclient.Tuple.of(alice()))
            .await()
            .atMost(Duration.ofSeconds(90))
            .iterator()
            .next()
            .getString(0);

    assertThat(row).contains("code_hash").doesNotContain("\"" + code + "\"");
  }
}
