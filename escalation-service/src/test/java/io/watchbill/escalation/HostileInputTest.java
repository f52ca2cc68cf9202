package io.watchbill.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.testkit.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in is answered with what was wrong, and never with a failure of ours. */
@QuarkusTest
class HostileInputTest extends FromOutside {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/policies/%00",
        "/v1/policies?cursor=AA",
        "/v1/policies?cursor=%25%25",
        "/v1/policies?limit=0",
        "/v1/policies?limit=many",
        "/v1/people/a%00b/contact-methods",
        "/v1/pages?incident=7",
        "/v1/pages?cursor=AA",
        "/v1/deliveries?state=%00",
        "/v1/deliveries?state=lost",
        "/v1/escalations?incident=' OR 1=1",
      })
  void aQuestionThatMakesNoSenseIsAProblem(String path) {
    admin().urlEncodingEnabled(false).get(path.replace(" ", "%20")).then().statusCode(400);
  }

  @Test
  void aSnapshotWithNulAndHugeTextsStillPages() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));

    Incident incident =
        open(new Incident(own, "P1", now()).withTitle("a\0b" + "x".repeat(200_000)));

    awaitPaged(incident, "alice");
    linkOf("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "\"text\"",
        "{\"id\": \"no-uuid\"}",
        "{\"id\": \"7f0c2f0e-6f0b-4b0e-9a55-000000000001\", \"version\": 1, \"round\": 1}",
        "{\"id\": \"7f0c2f0e-6f0b-4b0e-9a55-000000000001\", \"version\": 1, \"round\": 1,"
            + " \"state\": \"triggered\", \"anchors\": {\"triggered\": \"yesterday\"}}"
      })
  void anEventThatIsNoSnapshotIsInvalidAndHoldsUpNoOther(String data) {
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(
            """
            [{"specversion": "1.0", "id": "bad", "type": "incident.snapshot", "data": %s},
             {"specversion": "1.0", "id": "good", "type": "rotation.changed",
              "data": {"rotation": "any"}}]\
            """
                .formatted(data))
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items[0].status", equalTo("INVALID"), "items[1].status", equalTo("ACCEPTED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "[[]]", "[{\"method\": null}]", "null"})
  void rulesThatAreNoneAreAProblem(String rules) {
    admin()
        .body("{\"rules\": " + rules + "}")
        .put("/v1/notification-rules/" + named("alice"))
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void aBodyThatIsNestedDeepIsAProblem(String opening) {
    String deep = opening.repeat(100_000);
    String policy = "/v1/policies/" + own;
    String json = "application/json";

    assertThat(sent("PUT", policy, json, deep)).isEqualTo(400);
    assertThat(sent("POST", policy + "/lint", json, deep)).isEqualTo(400);
    assertThat(sent("PUT", "/v1/webhooks/" + own, json, deep)).isEqualTo(400);
    assertThat(sent("PUT", policy, json, "{\"name\":" + deep)).isEqualTo(400);
    assertThat(sent("PUT", policy, "application/yaml", deep)).isEqualTo(400);
    assertThat(sent("POST", "/v1/events", "application/cloudevents-batch+json", deep))
        .isIn(400, 403);
  }

  /** Without REST Assured, which would print what is nested so deep with all its indentation. */
  private static int sent(String method, String path, String type, String body) {
    URI address = URI.create("http://localhost:" + RestAssured.port + path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + TestKeys.admin())
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"acknowledged\": [{\"by\": \"a\", \"after\": \"PT9223372036854775807S\"}]",
        "\"at\": \"+1000000000-12-31T23:59:59Z\"",
        "\"at\": \"-1000000000-01-01T00:00:00Z\"",
        "\"acknowledged\": [null]",
      })
  void aRehearsalOfATimeThatThereIsNotIsAProblem(String wrong) {
    policy(step("primary", "primary"));

    admin()
        .body("{\"facts\": {\"severity\": \"P1\"}, " + wrong + "}")
        .post("/v1/policies/" + own + "/dry-run")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999", "65536", "0"})
  void aWebhookOnAPortThatThereIsNotIsAProblem(String port) {
    String url = "https://example.org:" + port + "/x";
    admin()
        .body("{\"name\": \"x\", \"address\": \"" + url + "\"}")
        .put("/v1/webhooks/" + own)
        .then()
        .statusCode(400);
    admin()
        .body("{\"kind\": \"webhook\", \"address\": \"" + url + "\"}")
        .put("/v1/contact-methods/" + named("alice") + "/hook")
        .then()
        .statusCode(400);
    admin()
        .body("{\"kind\": \"webhook\", \"address\": \"" + url + "\"}")
        .put("/v1/last-resort")
        .then()
        .statusCode(400);
  }
}
