package io.watchbill.incident.integration;

import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import io.watchbill.incident.peers.PeerServices;
import io.watchbill.testkit.TestKeys;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IntegrationTest {

  @Test
  void aNewIntegrationHasDefaultsAndShowsItsKeyOnce() {
    String id = unique("am");

    admin()
        .body(body(id, "security"))
        .post("/v1/integrations")
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/integrations/" + id))
        .body("key", equalTo(TestKeys.integration(id)))
        .body("resolveWithAlerts", equalTo(true))
        .body("suppressAfterResolve", equalTo("PT24H"))
        .body("defaultSeverity", equalTo("P2"))
        .body("url", containsString("/v1/ingest/alertmanager"));

    admin()
        .get("/v1/integrations/" + id)
        .then()
        .statusCode(200)
        .body("key", nullValue())
        .body("name", equalTo("Shop"))
        .body("createdAt", notNullValue());
  }

  @Test
  void withoutKeysNothingIsMade() {
    String id = unique("am");
    PeerServices.keysGoDown();
    try {
      admin()
          .body(body(id, "security"))
          .post("/v1/integrations")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .body("type", equalTo("/errors.html#keys-unavailable"));
    } finally {
      PeerServices.keysComeBack();
    }
    admin().get("/v1/integrations/" + id).then().statusCode(404);
    admin().body(body(id, "security")).post("/v1/integrations").then().statusCode(201);
  }

  @Test
  void anIdIsTakenOnce() {
    String id = integration();

    admin()
        .body(body(id, "security"))
        .post("/v1/integrations")
        .then()
        .statusCode(409)
        .body("detail", containsString("/keys"));
  }

  @Test
  void anotherKeyCanBeMade() {
    String id = integration();

    admin()
        .post("/v1/integrations/" + id + "/keys")
        .then()
        .statusCode(201)
        .body("key", equalTo(TestKeys.integration(id)))
        .body("id", equalTo("k1"));
    admin().post("/v1/integrations/nothing-here/keys").then().statusCode(404);
  }

  @Test
  void aChangeHoldsForRequestsFromThenOn() {
    String id = integration();
    Map<String, Object> changed = body(null, "security");
    changed.put("severities", Map.of("loud", "P0"));

    admin()
        .body(changed)
        .put("/v1/integrations/" + id)
        .then()
        .statusCode(200)
        .body("severities", hasEntry("loud", "P0"));

    send(id, Message.of("G").firing("a", "LOUD").json()).statusCode(200);
    admin().get("/v1/incidents?integration=" + id).then().body("items[0].severity", equalTo("P0"));
  }

  @Test
  void aChangeOfWhatSomebodyElseChangedIsRefused() {
    String id = integration();
    String seen = admin().get("/v1/integrations/" + id).header("ETag");
    admin()
        .header("If-Match", seen)
        .body(body(null, "security"))
        .put("/v1/integrations/" + id)
        .then()
        .statusCode(200);

    admin()
        .header("If-Match", seen)
        .body(body(null, "security"))
        .put("/v1/integrations/" + id)
        .then()
        .statusCode(412);
  }

  @Test
  void anArchivedIntegrationTakesNothingAndIsListedApart() {
    String id = integration();

    admin().delete("/v1/integrations/" + id).then().statusCode(204);
    admin().delete("/v1/integrations/" + id).then().statusCode(204);

    send(id, Message.of("G").firing("a", "high").json())
        .statusCode(403)
        .body("type", equalTo("/errors.html#integration-archived"));
    admin().get("/v1/integrations/" + id).then().body("archivedAt", notNullValue());
    admin().get("/v1/integrations?limit=500").then().body("items.id", not(hasItem(id)));
    admin().get("/v1/integrations?limit=500&archived=true").then().body("items.id", hasItem(id));
    admin().body(body(null, "security")).put("/v1/integrations/" + id).then().statusCode(404);
  }

  @Test
  void integrationsAreListedInPages() {
    integration();
    integration();

    String link =
        admin()
            .get("/v1/integrations?limit=1")
            .then()
            .body("items", hasSize(1))
            .extract()
            .header("Link");

    assertThat(link).contains("rel=\"next\"");
  }

  @Test
  void onlyAManagerOfTheTeamConfigures() {
    String person = unique("person");
    String key = TestKeys.person(person);
    TestKeys.grant(person, "manager", "payments");
    String id = integration();

    as(key).body(body(unique("am"), "security")).post("/v1/integrations").then().statusCode(403);
    as(key).body(body(unique("am"), "payments")).post("/v1/integrations").then().statusCode(201);
    as(key).body(body(null, "payments")).put("/v1/integrations/" + id).then().statusCode(403);
    as(key).delete("/v1/integrations/" + id).then().statusCode(403);
    as(key).post("/v1/integrations/" + id + "/keys").then().statusCode(403);
    as(key).get("/v1/integrations/" + id).then().statusCode(200);
    as(TestKeys.viewer())
        .body(body(unique("am"), "security"))
        .post("/v1/integrations")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"Capital\",\"name\":\"n\",\"kind\":\"alertmanager\",\"team\":\"t\"}",
        "{\"id\":\"x\",\"name\":\"\",\"kind\":\"alertmanager\",\"team\":\"t\"}",
        "{\"id\":\"x\",\"name\":\"a\\u0000b\",\"kind\":\"alertmanager\",\"team\":\"t\"}",
        "{\"id\":\"x\",\"name\":\"n\",\"kind\":\"carrier-pigeon\",\"team\":\"t\"}",
        "{\"id\":\"x\",\"name\":\"n\",\"kind\":\"alertmanager\"}",
        "{\"name\":\"n\",\"kind\":\"alertmanager\",\"team\":\"t\"}",
        "{\"id\":\"x\",\"name\":\"n\",\"kind\":\"alertmanager\",\"team\":\"t\",\"colour\":1}",
        "{\"id\":\"x\",\"name\":\"n\",\"kind\":\"alertmanager\",\"team\":\"t\","
            + "\"severities\":{\"a\":\"P9\"}}",
        "{\"id\":\"x\",\"name\":\"n\",\"kind\":\"alertmanager\",\"team\":\"t\","
            + "\"suppressAfterResolve\":\"-PT1H\"}",
        "{\"id\":\"x\",\"name\":\"n\",\"kind\":\"alertmanager\",\"team\":\"t\","
            + "\"suppressAfterResolve\":\"soon\"}",
        "{",
        ""
      })
  void whatCannotBeConfiguredIsSaid(String body) {
    admin()
        .body(body)
        .post("/v1/integrations")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", notNullValue());
  }

  private static Map<String, Object> body(String id, String team) {
    Map<String, Object> body = new HashMap<>();
    if (id != null) {
      body.put("id", id);
    }
    body.put("name", "Shop");
    body.put("kind", "alertmanager");
    body.put("team", team);
    return body;
  }
}
