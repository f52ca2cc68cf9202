package io.watchbill.escalation.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies and webhooks belong to a team; what is the installation's is the admins'. */
@QuarkusTest
class PolicyRightsTest extends ServiceTest {
  private static final String HOOK = "{\"address\": \"https://example.org/%s\"%s}";

  @BeforeEach
  void twoManagers() {
    TestKeys.grant(named("boss"), "manager", own);
    TestKeys.grant(named("other-boss"), "manager", named("other"));
  }

  private RequestSpecification as(String person) {
    return given().auth().oauth2(TestKeys.person(named(person))).contentType("application/json");
  }

  private static String policy(String more, String target) {
    return "{\"name\": \"x\"%s, \"steps\": [{\"name\": \"x\", \"notify\": [%s]}]}"
        .formatted(more, target);
  }

  private ValidatableResponse put(RequestSpecification by, String id, String more) {
    return put(by, id, more, "{\"person\": \"" + named("ann") + "\"}");
  }

  private ValidatableResponse put(RequestSpecification by, String id, String more, String target) {
    return by.body(policy(more, target)).put("/v1/policies/" + id).then();
  }

  private String defaultFor(String... teams) {
    return ", \"defaultFor\": [\"" + String.join("\", \"", teams) + "\"]";
  }

  @Test
  void aTeamsPolicyIsItsManagersAlone() {
    put(as("boss"), own, "").statusCode(201).body("team", equalTo(own));

    put(as("other-boss"), own, "").statusCode(403);
    put(as("other-boss"), own, ", \"team\": \"" + named("other") + "\"").statusCode(403);
    put(as("boss"), own, ", \"team\": \"" + named("other") + "\"").statusCode(403);
    put(as("boss"), own, ", \"team\": null").statusCode(403);
    as("other-boss").delete("/v1/policies/" + own).then().statusCode(403);
    as("boss").delete("/v1/policies/" + own).then().statusCode(204);
  }

  @Test
  void aPolicyWithoutATeamNeedsAnAdmin() {
    put(admin(), own, "").statusCode(201).body("team", nullValue());

    put(as("boss"), own, "").statusCode(403);
    put(as("boss"), own, ", \"team\": \"" + own + "\"").statusCode(403);
    as("boss").delete("/v1/policies/" + own).then().statusCode(403);
    put(admin(), own, ", \"team\": \"" + own + "\"").statusCode(200);
    put(as("boss"), own, "").statusCode(200).body("team", equalTo(own));
  }

  @Test
  void aPolicyOfOneTeamByDefaultIsThatTeams() {
    put(admin(), own, defaultFor(own)).statusCode(201).body("team", equalTo(own));
    viewer().get("/v1/policies/" + own).then().body("team", equalTo(own));
  }

  @Test
  void nobodyTakesTheDefaultOfAnotherTeam() {
    put(as("boss"), own, defaultFor(own, named("other"))).statusCode(403);
    put(admin(), own, ", \"team\": \"" + own + "\"" + defaultFor(own, named("other")))
        .statusCode(201);

    put(as("boss"), own, defaultFor(own)).statusCode(403);
    put(as("boss"), own, defaultFor(own, named("other"))).statusCode(200);
  }

  @Test
  void theFallbackIsTheInstallations() {
    put(as("boss"), own, ", \"fallback\": true").statusCode(403);
    put(admin(), own, ", \"fallback\": true, \"team\": \"" + own + "\"").statusCode(201);
    try {
      put(as("boss"), own, ", \"fallback\": true").statusCode(403);
      put(as("boss"), own, "").statusCode(403);
    } finally {
      put(admin(), own, "").statusCode(200);
    }
    put(as("boss"), own, "").statusCode(200);
  }

  @Test
  void aWebhookAndItsAddressAreItsTeams() {
    String path = "/v1/webhooks/" + own;
    as("boss").body(HOOK.formatted("own", "")).put(path).then().statusCode(201);

    as("boss")
        .get(path)
        .then()
        .body("team", equalTo(own))
        .body("address", equalTo("https://example.org/own"));
    as("other-boss").get(path).then().statusCode(200).body("address", nullValue());
    as("other-boss").body(HOOK.formatted("theirs", "")).put(path).then().statusCode(403);
    as("other-boss").delete(path).then().statusCode(403);
    as("boss").delete(path).then().statusCode(204);
  }

  @Test
  void aPolicyNamesWebhooksOfItsOwnTeamAndOfNobodys() {
    String target = "{\"webhook\": \"" + own + "\"}";
    as("boss").body(HOOK.formatted("own", "")).put("/v1/webhooks/" + own).then().statusCode(201);
    put(as("other-boss"), own, "", target).statusCode(403);
    put(as("boss"), own, "", target).statusCode(201);

    admin()
        .body(HOOK.formatted("all", ""))
        .put("/v1/webhooks/" + named("all"))
        .then()
        .statusCode(201);
    as("boss")
        .body(HOOK.formatted("x", ""))
        .put("/v1/webhooks/" + named("all"))
        .then()
        .statusCode(403);
    put(as("other-boss"), named("p"), "", "{\"webhook\": \"" + named("all") + "\"}")
        .statusCode(201);
    admin().delete("/v1/policies/" + named("p")).then().statusCode(204);
  }
}
