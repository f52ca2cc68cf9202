package io.watchbill.rotation.key;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KeysOfTheConfiguration.class)
class KeyTest {
  private static Map<String, Object> automation(String... scopes) {
    return Map.of("kind", "automation", "principal", unique("robot"), "scopes", List.of(scopes));
  }

  @Test
  void theKeysOfTheConfigurationOpen() {
    as(KeysOfTheConfiguration.FIRST_ADMIN).get("/v1/keys").then().statusCode(200);
    as(KeysOfTheConfiguration.INCIDENT).get("/v1/on-call").then().statusCode(200);
    as(KeysOfTheConfiguration.INCIDENT).get("/v1/keys").then().statusCode(403);
  }

  @Test
  void aKeyIsShownOnceAndHasTheRightsOfItsScopes() {
    String key =
        admin()
            .body(automation("viewer"))
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .body("key", matchesPattern("wb_[0-9A-Za-z]{12}_[0-9A-Za-z]{32}"))
            .extract()
            .path("key");

    as(key).get("/v1/people").then().statusCode(200);
    as(key).get("/v1/keys").then().statusCode(403);
    String listed = admin().get("/v1/keys?limit=500&kind=automation").asString();
    assertThat(listed).contains(key.substring(3, 15)).doesNotContain(key.substring(16));
  }

  @Test
  void theKeyOfAnIntegrationIsThirtyTwoAlphanumerics() {
    as(KeysOfTheConfiguration.INCIDENT)
        .body(Map.of("kind", "integration", "principal", "prometheus", "scopes", List.of("ingest")))
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .body("key", matchesPattern("[0-9A-Za-z]{32}"));
  }

  @Test
  void aServiceMakesNoOtherKeys() {
    as(KeysOfTheConfiguration.INCIDENT)
        .body(automation("admin"))
        .post("/v1/keys")
        .then()
        .statusCode(403);
    viewer().body(automation("viewer")).post("/v1/keys").then().statusCode(403);
  }

  @Test
  void aRepeatedRequestShowsNoSecret() {
    Map<String, Object> request = automation("viewer");
    String key = unique("key");
    String id =
        admin()
            .header("Idempotency-Key", key)
            .body(request)
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    admin()
        .header("Idempotency-Key", key)
        .body(request)
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .body("id", equalTo(id))
        .body("key", nullValue());
  }

  @Test
  void aRevokedKeyOpensNothing() {
    Map<String, String> made =
        admin().body(automation("viewer")).post("/v1/keys").then().extract().path("");
    as(made.get("key")).get("/v1/people").then().statusCode(200);

    admin().delete("/v1/keys/" + made.get("id")).then().statusCode(204);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> as(made.get("key")).get("/v1/people").statusCode() == 401);
    admin().get("/v1/keys?limit=500").then().body("items.id", hasItem(made.get("id")));
  }

  @Test
  void thePersonOfAKeyMustExist() {
    admin()
        .body(Map.of("kind", "person", "principal", unique("ghost")))
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/principal"));
    people("kim");
    admin()
        .body(Map.of("kind", "person", "principal", "kim"))
        .post("/v1/keys")
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"kind\": \"robot\", \"principal\": \"x\"}",
        "{\"kind\": \"automation\", \"principal\": \"x\"}",
        "{\"kind\": \"automation\", \"principal\": \"x\", \"scopes\": [\"root\"]}",
        "{\"kind\": \"automation\", \"principal\": \"x\", \"scopes\": [null]}",
        "{\"kind\": \"automation\", \"principal\": \"X\\u0000\", \"scopes\": [\"viewer\"]}",
        "{\"kind\": \"service\", \"principal\": \"x\", \"scopes\": [\"admin\"]}",
        "{\"kind\": \"integration\", \"principal\": \"x\", \"scopes\": [\"admin\"]}",
        "{\"kind\": \"integration\", \"principal\": \"x\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}",
        "{\"kind\": \"integration\", \"principal\": \"x\", \"expiresAt\": \"+10000-01-01T00:00:00Z\"}",
        "{\"kind\": \"integration\", \"principal\": \"x\", \"secret\": \"mine\"}",
      })
  void aKeyThatMakesNoSenseIsRefused(String body) {
    admin()
        .body(body)
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void keysAreTheAdminsAlone() {
    viewer().get("/v1/keys").then().statusCode(403);
    as(TestKeys.automation("key-manager", "manager")).get("/v1/keys").then().statusCode(403);
    viewer().delete("/v1/keys/abc").then().statusCode(403);
    admin().delete("/v1/keys/unknown").then().statusCode(404);
    admin().get("/v1/keys?kind=robot").then().statusCode(400);
    admin().get("/v1/keys").then().body("items.key", not(hasItem(matchesPattern("wb_.*"))));
  }

  @Test
  void aPersonHasSoManyKeysAtMostHoweverManyAreRevoked() {
    String person = unique("collector");
    people(person);
    Map<String, String> wanted = Map.of("kind", "person", "principal", person);
    for (int i = 0; i < 100; i++) {
      String id = admin().body(wanted).post("/v1/keys").then().statusCode(201).extract().path("id");
      if (i % 2 == 0) {
        admin().delete("/v1/keys/" + id).then().statusCode(204);
      }
    }

    admin()
        .body(wanted)
        .post("/v1/keys")
        .then()
        .statusCode(409)
        .body("detail", containsString("at most 100 keys"));
  }
}
