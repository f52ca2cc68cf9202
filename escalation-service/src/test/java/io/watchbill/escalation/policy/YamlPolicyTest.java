package io.watchbill.escalation.policy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as YAML: the same as JSON, and what is wrong is said with its line. */
@QuarkusTest
class YamlPolicyTest extends ServiceTest {

  private ValidatableResponse put(String yaml) {
    return io.restassured.RestAssured.given()
        .auth()
        .oauth2(TestKeys.admin())
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(
                            "application/yaml", io.restassured.http.ContentType.TEXT)))
        .contentType("application/yaml")
        .body(yaml)
        .put("/v1/policies/{id}", own)
        .then();
  }

  @Test
  void aPolicyInYamlIsTheSameInJson() {
    put("""
    # who is paged for what
    name: "Mine: the first"
    repeat: {times: 1}
    steps:
    - name: no               # a text, no boolean
      notify: [{person: alice}]
      after: PT15M
    """)
        .statusCode(201);

    viewer()
        .get("/v1/policies/{id}", own)
        .then()
        .body("name", equalTo("Mine: the first"), "repeat.times", equalTo(1))
        .body("steps[0].name", equalTo("no"), "steps[0].after", equalTo("PT15M"));
  }

  @Test
  void violationsNameTheirLines() {
    put("""
    steps:
    - name: one
      notify: [{person: alice}]
    - name: two
      notify:
      - person: alice
      - person: no-such
      after: -PT5M
    """)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/steps/1/after"))
        .body("errors[0].detail", containsString("line 8: an ISO 8601 duration"));
  }

  @Test
  void unknownNamesAreReportedWithTheirLines() {
    put("""
    steps:
    - notify:
      - person: alice
      - person: no-such
    """)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/steps/0/notify/1/person"))
        .body("errors[0].detail", equalTo("line 4: there is no person 'no-such'"));
  }

  @Test
  void aMissingFieldIsReportedWithTheLineOfItsObject() {
    put("""
    steps:
    - name: one
      notify: [{person: alice}]
    - name: two
    """)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/steps/1/notify"))
        .body("errors[0].detail", containsString("line 4: a list of 1 to 50"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "steps: &a [*a]",
        "a: &a [x]\nsteps: [*a, *a]",
        "steps: !!java.net.URL [\"http://localhost\"]",
        "steps: !!str text",
        "steps: [\n",
        "steps:\n\t- tab",
        "a: 1\na: 2",
        "--- {}\n--- {}",
        "? [a]\n: b",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "%YAML 9.9\n---\na: 1",
        "\"\\u0000\": 1",
      })
  void anchorsAliasesAndTagsAreRefused(String yaml) {
    put(yaml).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void brokenYamlIsSaidWithItsLine() {
    put("name: x\nsteps:\n- notify: [{person: alice}\n")
        .statusCode(400)
        .body("errors[0].detail", containsString("line 4"));
  }
}
