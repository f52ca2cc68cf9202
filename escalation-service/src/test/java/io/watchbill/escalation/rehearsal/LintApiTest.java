package io.watchbill.escalation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LintApiTest extends ServiceTest {

  @Test
  void whatTheAuthorMayNotHaveMeantIsFound() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice");
    policy(
        step("primary", "primary"),
        step("secondary", "secondary", "\"after\": \"PT10M\""),
        step("typo", "primray", "\"after\": \"PT20M\""));
    soon(() -> assertThat(rotations.asked(own)).isPositive());

    soon(
        () ->
            viewer()
                .get("/v1/policies/{id}/lint", own)
                .then()
                .statusCode(200)
                .body("findings", hasSize(2))
                .body("findings[0].kind", equalTo("unreachable"))
                .body("findings[0].pointer", equalTo("/steps/1"))
                .body("findings[1].kind", equalTo("nobody-in-it"))
                .body("findings[1].detail", equalTo("rotation " + own + " has no role primray")));
  }

  @Test
  void aProposalIsLookedAtWithoutBeingPut() {
    viewer()
        .body(
            """
            {"steps": [{"name": "leak", "when": {"restricted": true, "tags": ["leak"]},
                        "notify": [{"person": "%s"}]}]}\
            """
                .formatted(named("alice")))
        .post("/v1/policies/{id}/lint", own)
        .then()
        .statusCode(200)
        .body("findings[0].kind", equalTo("never-fires"))
        .body("findings[1].kind", equalTo("unreachable"));
    viewer().get("/v1/policies/{id}", own).then().statusCode(404);
  }

  @Test
  void aPolicyThatDoesNotExistIsNotFound() {
    viewer().get("/v1/policies/{id}/lint", own).then().statusCode(404);
  }
}
