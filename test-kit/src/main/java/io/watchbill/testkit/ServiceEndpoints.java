package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.watchbill.kit.access.RandomToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The endpoints of every service: its description, health, metrics and refusals. Each service's
 * test extends this one, and so does the test of the packaged service.
 */
public abstract class ServiceEndpoints {
  /** The path of a list that viewers may read. */
  protected abstract String list();

  /** The word for the service: {@code rotation}. */
  protected abstract String service();

  @Test
  void theCommittedDescriptionIsThePublishedOne() {
    PublishedApi.assertCommitted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void healthIsUpAndOpen(String probe) {
    given().get("/q/health/" + probe).then().statusCode(200).body("status", equalTo("UP"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/q/metrics"})
  void metricsAreOpen(String path) {
    given().get(path).then().statusCode(200).body(containsString("watchbill_loop_turn"));
  }

  @Test
  void aListIsReadWithAKeyOnly() {
    given().get(list()).then().statusCode(401).contentType("application/problem+json");
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .get(list())
        .then()
        .statusCode(200)
        .body("items", org.hamcrest.Matchers.notNullValue());
  }

  @Test
  void aListIsReadByWhoIsSignedIn() {
    TestKeys.grant("signed-in", "viewer", "");
    String token = TestSessions.person("signed-in");

    given().cookie(TestSessions.COOKIE, token).get(list()).then().statusCode(200);
    given()
        .cookie(TestSessions.COOKIE, token)
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("id", equalTo("signed-in"));
    given().cookie(TestSessions.COOKIE, RandomToken.generate()).get(list()).then().statusCode(401);
  }

  @Test
  void whoWantsAPageAndIsNotSignedInIsSentToSignIn() {
    given()
        .redirects()
        .follow(false)
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get(list() + "?limit=1")
        .then()
        .statusCode(303)
        .header("Location", "/sign-in?return=" + list().replace("/", "%2F") + "%3Flimit%3D1");
  }

  @Test
  void itsDoctorLooksAtEverythingAndShowsNoSecret() {
    String answer =
        given()
            .auth()
            .oauth2(TestKeys.admin())
            .get("/v1/doctor/" + service())
            .then()
            .statusCode(200)
            .body("service", equalTo(service() + "-service"))
            .body(
                "findings.check",
                hasItems("clock", "database", "loops", "peers", "queues", "settings"))
            .body("findings.find { it.check == 'database' }.verdict", equalTo("OK"))
            .body("findings.text", not(hasItem(containsString("could not be looked at"))))
            .extract()
            .asString();

    assertThat(answer)
        .doesNotContain(TestKeys.service(), TestKeys.admin(), PostgresForTests.PASSWORD)
        .doesNotContain("only-for-tests");
  }

  @Test
  void whatIsNotThereIsAProblem() {
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .get(list() + "/no-such-thing-here")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void whatIsWrongIsPointedAt() {
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .get(list() + "?limit=501")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.detail", hasItem(containsString("500")));
  }
}
