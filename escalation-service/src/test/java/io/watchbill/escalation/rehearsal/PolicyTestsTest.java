package io.watchbill.escalation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Policy tests as files; the example of the guide passes its own. */
@QuarkusTest
class PolicyTestsTest extends ServiceTest {
  private static final Path EXAMPLES = Path.of("examples");

  private static RequestSpecification yaml(String text) {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
        .contentType("application/yaml")
        .body(text);
  }

  private ValidatableResponse run(String tests) {
    return yaml(tests).auth().oauth2(TestKeys.viewer()).post("/v1/policies/{id}/tests", own).then();
  }

  private static String file(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name));
  }

  /** The example, as the policy of this test's own team. */
  private String guide() throws IOException {
    return file("security.yaml")
        .replace("defaultFor: [security]", "defaultFor: [" + own + "]")
        .replace("fallback: true", "fallback: false");
  }

  private void putGuide() throws IOException {
    yaml(guide())
        .auth()
        .oauth2(TestKeys.admin())
        .put("/v1/policies/{id}", own)
        .then()
        .statusCode(201);
  }

  @Test
  void theGuidesWholePathPassesItsTests() throws IOException {
    putGuide();

    run(file("security-tests.yaml")).statusCode(200).body("passed", equalTo(9));
  }

  @Test
  void aPolicyCanBeTestedBeforeItIsPut() throws IOException {
    String together = "policy:\n" + guide().indent(2) + file("security-tests.yaml");

    run(together).statusCode(200).body("passed", equalTo(9));
  }

  @Test
  void aTestThatFailsSaysWhatDiffersAndWhere() throws IOException {
    putGuide();

    run("""
    onCall:
      security: {primary: [alice], secondary: [bob], lead: [carol]}
    tests:
    - name: the secondary is too late
      at: 2026-12-24T02:00:00Z
      facts: {severity: P1, acknowledgeSla: PT15M}
      expect:
      - {paged: alice, after: PT0S, step: primary}
      - {paged: bob, after: PT10M, because: SLA}
    """)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.html#policy-tests-failed"))
        .body("detail", equalTo("1 of 1 tests failed."))
        .body("errors[0].pointer", equalTo("/tests/0"))
        .body(
            "errors[0].detail",
            containsString(
                "line 4: the secondary is too late: 2: expected bob after 10 min because “SLA”,"
                    + " but bob was paged after 15 min"))
        .body("errors[0].detail", containsString("3: expected nobody more, but carol was paged"));
  }

  @Test
  void whoIsOutsideOfTheirWorkingTimeIsPagedLater() throws IOException {
    putGuide();

    run("""
    onCall:
      security: {primary: [alice]}
    tests:
    - at: 2026-12-24T02:00:00Z
      facts: {severity: P1, acknowledgeSla: PT15M}
      outside: [security]
      within: PT12H
      expect: []
    """)
        .statusCode(200);
  }

  @Test
  void withoutShiftsOfTheirOwnTestsRunByThoseThatAreKept() {
    rotation("primary", "alice");
    policy(step("primary", "primary"));
    soon(
        () ->
            run("""
            tests:
            - at: %s
              facts: {severity: P1}
              within: PT0S
              expect: [{paged: %s}]
            """
                    .formatted(time.now().plusSeconds(60), named("alice")))
                .statusCode(200)
                .body("tests", hasSize(1)));
  }

  @Test
  void aSmallFileDoesNotMakeAHugeAnswer() {
    String people =
        IntStream.range(0, 20).mapToObj(i -> "person-" + i).collect(Collectors.joining(", "));
    String test =
        "- {at: 2026-12-24T02:00:00Z, facts: {severity: P1}, within: P300D, expect: []}\n";
    String file =
        """
        policy:
          name: Bomb
          repeat: {times: 9}
          steps:
          - name: all
            notify: [{rotation: r, role: primary}]
            repeat: {every: PT1M, times: 100}
        onCall: {r: {primary: [%s]}}
        tests:
        """
                .formatted(people)
            + test.repeat(200);

    byte[] answer = run(file).statusCode(oneOf(422, 503)).extract().asByteArray();

    assertThat(answer).hasSizeLessThan(4_000_000);
  }

  @Test
  void aStageHasRoomForSoManyPeopleOnly() {
    String people =
        IntStream.range(0, 5_000).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));

    run("onCall: {r: {primary: [%s]}}\ntests:\n- {at: 2026-12-24T02:00:00Z, facts: {severity: P1}}"
            .formatted(people))
        .statusCode(400);
  }

  @Test
  void aFileThatIsWrongIsPointedAt() {
    run("tests:\n- at: 2026-12-24T02:00:00Z\n  facts: {severity: P1}\n  expects: []\n")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/tests/0/expects"))
        .body("errors[0].detail", containsString("line 4: "));
    run("tests: []").statusCode(400).body("errors[0].pointer", equalTo("/tests"));
    run("policy: {steps: []}\ntests:\n- at: 2026-12-24T02:00:00Z\n  facts: {severity: P1}\n")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/policy/steps"));
  }

  @Test
  void aPolicyThatDoesNotExistIsNotFound() {
    run("tests:\n- at: 2026-12-24T02:00:00Z\n  facts: {severity: P1}\n").statusCode(404);
  }
}
