package io.watchbill.escalation.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.testkit.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PolicyTest extends FromOutside {
  private static final String STEPS = "\"steps\": [{\"notify\": [{\"person\": \"alice\"}]}]";

  private ValidatableResponse put(String id, String body) {
    return admin().body(body).put("/v1/policies/{id}", id).then();
  }

  @Test
  void aPolicyIsReadAsItWasPut() {
    put(own, "{\"name\": \"Mine\", \"repeat\": {\"times\": 1}, " + STEPS + "}").statusCode(201);

    viewer()
        .get("/v1/policies/{id}", own)
        .then()
        .statusCode(200)
        .body("id", equalTo(own), "name", equalTo("Mine"), "repeat.times", equalTo(1))
        .body("steps[0].notify[0].person", equalTo("alice"));
  }

  @Test
  void puttingAgainReplacesAndRaisesTheVersion() {
    String first = put(own, "{" + STEPS + "}").statusCode(201).extract().header("ETag");

    String second =
        put(own, "{\"name\": \"New\", " + STEPS + "}").statusCode(200).extract().header("ETag");

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void anOldVersionDoesNotOverwriteANewerOne() {
    String first = put(own, "{" + STEPS + "}").extract().header("ETag");
    put(own, "{\"name\": \"New\", " + STEPS + "}");

    admin()
        .header("If-Match", first)
        .body("{\"name\": \"Old\", " + STEPS + "}")
        .put("/v1/policies/{id}", own)
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"steps": [{"notify": [{"person": "a"}], "unless": 1}]}                 | /steps/0/unless
          {"color": 1, "steps": [{"notify": [{"person": "a"}]}]}                  | /color
          {"steps": []}                                                           | /steps
          {"steps": "all"}                                                        | /steps
          {}                                                                      | /steps
          {"steps": [{"notify": []}]}                                             | /steps/0/notify
          {"steps": [{}]}                                                         | /steps/0/notify
          {"steps": [{"notify": [{"pager": "a"}]}]}                               | /steps/0/notify/0/pager
          {"steps": [{"notify": [{"rotation": "a"}]}]}                            | /steps/0/notify/0
          {"steps": [{"notify": [{"rotation": "A b", "role": "x"}]}]}             | /steps/0/notify/0/rotation
          {"steps": [{"notify": [{"webhook": "no-such"}]}]}                       | /steps/0/notify/0/webhook
          {"steps": [{"notify": [{"person": "a"}], "after": "-PT1M"}]}            | /steps/0/after
          {"steps": [{"notify": [{"person": "a"}], "after": "P9999999D"}]}        | /steps/0/after
          {"steps": [{"notify": [{"person": "a"}], "after": "soon"}]}             | /steps/0/after
          {"steps": [{"notify": [{"person": "a"}], "after": {"sla": "resolve"}}]} | /steps/0/after/sla
          {"steps": [{"notify": [{"person": "a"}], "repeat": {"every": "PT0S", "times": 1}}]} | /steps/0/repeat/every
          {"steps": [{"notify": [{"person": "a"}], "repeat": {"every": "PT1S", "times": 0}}]} | /steps/0/repeat/times
          {"steps": [{"notify": [{"person": "a"}], "repeat": {"every": "PT1S", "times": 1e9}}]} | /steps/0/repeat/times
          {"steps": [{"notify": [{"person": "a"}], "since": "birth"}]}            | /steps/0/since
          {"steps": [{"notify": [{"person": "a"}], "since": "acknowledged"}]}     | /steps/0/while
          {"steps": [{"notify": [{"person": "a"}], "when": {"severity": ["bad"]}}]} | /steps/0/when/severity/0
          {"steps": [{"notify": [{"person": "a"}], "ifNobody": "shout"}]}         | /steps/0/ifNobody
          {"steps": [{"notify": [{"person": "a"}], "ifNobody": {"fallback": {}}}]} | /steps/0/ifNobody/fallback
          {"steps": [{"notify": [{"person": "a"}], "ifNobody": {"fallback": {"ifNobody": "skip", "person": "b"}}}]} | /steps/0/ifNobody/fallback/ifNobody
          {"steps": [{"notify": [{"person": "a"}], "acknowledgements": 0}]}       | /steps/0/acknowledgements
          {"steps": [{"notify": [{"person": "a"}], "acknowledgements": 1e9}]}     | /steps/0/acknowledgements
          {"steps": [{"notify": [{"person": "a"}], "after": "P2Y"}]}              | /steps/0/after
          {"steps": [{"notify": [{"person": "a"}], "after": "P9999M"}]}           | /steps/0/after
          {"steps": [{"notify": [{"person": "a"}], "after": {"business": "PT4H"}}]} | /steps/0/after/rotation
          {"steps": [{"notify": [{"person": "a"}], "after": {"business": "-PT4H", "rotation": "r"}}]} | /steps/0/after/business
          {"steps": [{"notify": [{"person": "a"}], "after": {"business": "P30D", "rotation": "r"}}]} | /steps/0/after/business
          {"steps": [{"notify": [{"person": "a"}], "when": {"workingTime": {"of": "me"}}}]} | /steps/0/when/workingTime/of
          {"steps": [{"notify": [{"person": "a"}], "when": {"workingTime": {"of": "responder", "is": "near"}}}]} | /steps/0/when/workingTime/is
          {"steps": [{"notify": [{"person": "a"}], "when": {"restricted": "yes"}}]} | /steps/0/when/restricted
          {"steps": [{"notify": [{"person": "a", "team": "b"}]}]}                 | /steps/0/notify/0
          {"steps": [{"notify": [{"commander": false}]}]}                         | /steps/0/notify/0/commander
          {"steps": [{"notify": [{"person": "a", "shift": "next"}]}]}             | /steps/0/notify/0
          {"steps": [{"notify": [{"rotation": "r", "role": "x", "shift": "last"}]}]} | /steps/0/notify/0/shift
          {"steps": [{"notify": [{"channel": "no-such"}]}]}                       | /steps/0/notify/0/channel
          {"steps": [{"notify": [{"rotation": "no-such", "role": "x"}]}]}         | /steps/0/notify/0/rotation
          {"steps": [{"notify": [{"person": "no-such"}]}]}                        | /steps/0/notify/0/person
          {"steps": [{"notify": [{"team": "no-such"}]}]}                          | /steps/0/notify/0/team
          {"defaultFor": ["no-such"], "steps": [{"notify": [{"person": "a"}]}]}   | /defaultFor/0
          {"steps": [{"notify": [{"person": "a"}], "ifNobody": {"fallback": {"person": "no-such"}}}]} | /steps/0/ifNobody/fallback/person
          {"zone": "Mars/Olympus", "steps": [{"notify": [{"person": "a"}]}]}      | /zone
          {"evenOutsideWorkingTime": ["high"], "steps": [{"notify": [{"person": "a"}]}]} | /evenOutsideWorkingTime/0
          {"repeat": {"times": -1}, "steps": [{"notify": [{"person": "a"}]}]}      | /repeat/times
          {"repeat": {"times": 1000}, "steps": [{"notify": [{"person": "a"}]}]}    | /repeat/times
          {"id": "other", "steps": [{"notify": [{"person": "a"}]}]}               | /id
          {"defaultFor": ["No Team"], "steps": [{"notify": [{"person": "a"}]}]}   | /defaultFor/0
          []                                                                      | ''
          """)
  void violationsPointAtTheirPlaces(String body, String pointer) {
    put(own, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    put(own, "{\"repeat\": {\"times\": -1}, \"steps\": [{\"branch\": \"A B\", \"notify\": []}]}")
        .statusCode(400)
        .body(
            "errors.pointer.sort()",
            equalTo(List.of("/repeat/times", "/steps/0/branch", "/steps/0/notify")));
  }

  @Test
  void aHundredThousandStepsAreRefused() {
    String step = "{\"notify\":[{\"person\":\"a\"}]}";
    String body = "{\"steps\": [" + (step + ",").repeat(25_000) + step + "]}";

    put(own, body).statusCode(400).body("errors[0].pointer", equalTo("/steps"));
  }

  @Test
  void aHundredThousandStepsAreTooLong() {
    String step = "{\"notify\":[{\"person\":\"a\"}]}";

    put(own, "{\"steps\": [" + (step + ",").repeat(100_000) + step + "]}").statusCode(413);
  }

  @Test
  void aTextInChunksIsBoundedToo() throws Exception {
    InputStream endless = new ByteArrayInputStream("{\"x\": 1}".repeat(300_000).getBytes(UTF_8));
    HttpRequest chunked =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/v1/policies/" + own))
            .header("Authorization", "Bearer " + TestKeys.admin())
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> endless))
            .build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(chunked, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("The body may have at most");
    }
  }

  @Test
  void whileTheRotationServiceIsDownAPolicyCanBePut() {
    rotations.down(true);

    put(own, "{\"steps\": [{\"notify\": [{\"person\": \"no-such\"}]}]}").statusCode(201);
  }

  @Test
  void repetitionsAreBoundedInAll() {
    String step = "{\"notify\":[{\"person\":\"a\"}],\"repeat\":{\"every\":\"PT1S\",\"times\":100}}";
    String body =
        "{\"repeat\": {\"times\": 19}, \"steps\": [" + (step + ",").repeat(9) + step + "]}";

    put(own, body).statusCode(400).body("errors[0].pointer", equalTo(""));
  }

  @Test
  void brokenJsonIsAProblem() {
    put(own, "{\"steps\": [").statusCode(400).contentType("application/problem+json");
  }

  @Test
  void aTeamHasOneDefaultPolicy() {
    put(own, "{\"defaultFor\": [\"" + own + "\"], " + STEPS + "}").statusCode(201);

    put(named("two"), "{\"defaultFor\": [\"" + own + "\"], " + STEPS + "}")
        .statusCode(409)
        .body("type", equalTo("/errors.html#team-has-policy"))
        .body("detail", equalTo("Team '" + own + "' has the default policy '" + own + "'."));
  }

  @Test
  void thereIsOneFallbackPolicyAndItCannotBeDeleted() {
    put(own, "{\"fallback\": true, " + STEPS + "}").statusCode(201);

    put(named("two"), "{\"fallback\": true, " + STEPS + "}")
        .statusCode(409)
        .body("type", equalTo("/errors.html#second-fallback"));
    admin().delete("/v1/policies/{id}", own).then().statusCode(409);

    put(own, "{\"fallback\": false, " + STEPS + "}").statusCode(200);
    admin().delete("/v1/policies/{id}", own).then().statusCode(204);
  }

  @Test
  void aDeletedPolicyIsGoneAndItsTeamFree() {
    put(own, "{\"defaultFor\": [\"" + own + "\"], " + STEPS + "}").statusCode(201);

    admin().delete("/v1/policies/{id}", own).then().statusCode(204);

    viewer().get("/v1/policies/{id}", own).then().statusCode(404);
    put(named("two"), "{\"defaultFor\": [\"" + own + "\"], " + STEPS + "}").statusCode(201);
  }

  @Test
  void policiesAreListedPageByPage() {
    put(named("a"), "{" + STEPS + "}").statusCode(201);
    put(named("b"), "{" + STEPS + "}").statusCode(201);

    viewer()
        .get("/v1/policies?limit=1")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'notify': [{'rotation': '%s', 'role': 'primary'}]}",
        "{'notify': [{'person': 'a'}], 'ifNobody': {'fallback': {'rotation': '%s', 'role': 'lead'}}}",
        "{'notify': [{'person': 'a'}], 'after': {'business': 'PT4H', 'rotation': '%s'}}",
        "{'notify': [{'person': 'a'}], 'when': {'workingTime': {'of': {'rotation': '%s'}}}}"
      })
  void thePoliciesThatNameARotationAreListed(String step) {
    rotations.down(true);
    putStep(named("a"), step.formatted(own));
    putStep(named("b"), step.formatted(named("other")));
    putStep(named("c"), step.formatted(own));
    putStep(named("d"), step.formatted(own));
    admin().delete("/v1/policies/{id}", named("d")).then().statusCode(204);

    ValidatableResponse all = viewer().get("/v1/policies?rotation={own}", own).then();

    all.statusCode(200).body("items.id", equalTo(List.of(named("a"), named("c"))));
  }

  private void putStep(String id, String step) {
    put(id, "{'steps': [%s]}".formatted(step).replace('\'', '"')).statusCode(201);
  }

  @Test
  void thePoliciesThatNameARotationComeInPages() {
    rotations.down(true);
    putStep(named("a"), "{'notify': [{'rotation': '%s', 'role': 'primary'}]}".formatted(own));
    putStep(named("b"), "{'notify': [{'rotation': '%s', 'role': 'primary'}]}".formatted(own));
    String next =
        viewer()
            .get("/v1/policies?limit=1&rotation={own}", own)
            .then()
            .body("items.id", equalTo(List.of(named("a"))))
            .extract()
            .header("Link");

    ValidatableResponse second =
        viewer().urlEncodingEnabled(false).get(next.replaceAll("<(.*)>.*", "$1")).then();

    second.statusCode(200).body("items.id", equalTo(List.of(named("b"))));
  }

  @Test
  void anInvalidRotationIdIsRefused() {
    viewer()
        .get("/v1/policies?rotation={id}", "No Id")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("rotation"));
  }

  @Test
  void aViewerMayNotPut() {
    viewer().body("{" + STEPS + "}").put("/v1/policies/{id}", own).then().statusCode(403);
  }

  @Test
  void withoutAKeyNothingIsRead() {
    io.restassured.RestAssured.get("/v1/policies").then().statusCode(401);
  }

  @Test
  void aWebhooksSecretIsShownOnce() {
    admin()
        .body("{\"address\": \"https://siem.example.org/hook\"}")
        .put("/v1/webhooks/{id}", own)
        .then()
        .statusCode(201)
        .body("secret", org.hamcrest.Matchers.startsWith("whsec_"));

    admin()
        .get("/v1/webhooks/{id}", own)
        .then()
        .statusCode(200)
        .body("secret", org.hamcrest.Matchers.nullValue());
    put(own, "{\"steps\": [{\"notify\": [{\"webhook\": \"" + own + "\"}]}]}").statusCode(201);
  }
}
