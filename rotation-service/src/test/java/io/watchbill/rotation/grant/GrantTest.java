package io.watchbill.rotation.grant;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GrantTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Map<String, Object> grants(Map<?, ?>... grants) {
    return Map.of("grants", List.of(grants));
  }

  @Test
  void aGrantOpensAndItsEndCloses() {
    String person = unique("gina");
    people(person);
    String key =
        admin()
            .body(Map.of("kind", "person", "principal", person))
            .post("/v1/keys")
            .then()
            .extract()
            .path("key");
    as(key).get("/v1/people").then().statusCode(403);

    admin()
        .body(grants(Map.of("right", "viewer")))
        .put("/v1/grants/person/" + person)
        .then()
        .statusCode(200)
        .body("grants[0].team", nullValue());
    await().atMost(PATIENCE).until(() -> as(key).get("/v1/people").statusCode() == 200);

    admin().delete("/v1/grants/person/" + person).then().statusCode(204);
    await().atMost(PATIENCE).until(() -> as(key).get("/v1/people").statusCode() == 403);
  }

  @Test
  void grantsThatAreNotNamedAreRemoved() {
    String person = unique("gina");
    team("security", person);
    String path = "/v1/grants/person/" + person;
    admin()
        .body(
            grants(
                Map.of("right", "manager", "team", "security"),
                Map.of("right", "manager", "team", "security"),
                Map.of("right", "viewer")))
        .put(path)
        .then()
        .body("grants", hasSize(2));
    admin().body(grants(Map.of("right", "legal"))).put(path).then().statusCode(200);
    admin().get(path).then().body("grants", hasSize(1)).body("grants[0].right", equalTo("legal"));
    admin().get("/v1/grants?limit=500").then().body("items.principal", hasItem(person));
    admin().body(grants()).put(path).then().statusCode(200).body("grants", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"grants\": [null]}",
        "{\"grants\": [{}]}",
        "{\"grants\": [{\"right\": \"root\"}]}",
        "{\"grants\": [{\"right\": \"service\"}]}",
        "{\"grants\": [{\"right\": \"viewer\", \"team\": \"no-such-team\"}]}",
        "{\"grants\": [{\"right\": \"admin\", \"team\": \"security\"}]}",
        "{\"grants\": [{\"right\": \"viewer\", \"team\": \"\\u0000\"}]}",
        "{\"grants\": [{\"right\": \"viewer\", \"for\": \"ever\"}]}",
      })
  void aGrantThatMakesNoSenseIsRefused(String body) {
    people("gus");
    admin()
        .body(body)
        .put("/v1/grants/person/gus")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void rightsAreGrantedToPeopleWhoExistAndToAutomations() {
    Map<String, Object> viewer = grants(Map.of("right", "viewer"));
    admin().body(viewer).put("/v1/grants/person/" + unique("ghost")).then().statusCode(404);
    admin().body(viewer).put("/v1/grants/automation/" + unique("robot")).then().statusCode(200);
    admin().body(viewer).put("/v1/grants/service/incident").then().statusCode(400);
    admin().get("/v1/grants/person/A").then().statusCode(400);
    admin().get("/v1/grants?cursor=AAAA").then().statusCode(400);
  }

  @Test
  void onlyAnAdminGrants() {
    viewer().get("/v1/grants").then().statusCode(403);
    viewer()
        .body(grants(Map.of("right", "admin")))
        .put("/v1/grants/automation/viewer")
        .then()
        .statusCode(403);
  }
}
