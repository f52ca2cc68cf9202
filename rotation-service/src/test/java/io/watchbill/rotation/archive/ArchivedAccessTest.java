package io.watchbill.rotation.archive;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Archived people have no access any more. */
@QuarkusTest
class ArchivedAccessTest {
  private final String person = unique("leaver");

  private String key() {
    return admin()
        .body(Map.of("kind", "person", "principal", person))
        .post("/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private String feed(String author, Map<String, String> body) {
    String url =
        as(author).body(body).post("/v1/feeds").then().statusCode(201).extract().path("url");
    return url.substring(url.indexOf("/v1/feeds/"));
  }

  private void grant(String right) {
    admin()
        .body(Map.of("grants", List.of(Map.of("right", right))))
        .put("/v1/grants/person/" + person)
        .then()
        .statusCode(200);
  }

  private void archive() {
    admin().delete("/v1/people/" + person).then().statusCode(204);
  }

  @Test
  void archivingEndsKeysAndRightsAtOnce() {
    people(person);
    grant("admin");
    String used = key();
    String unused = key();
    as(used).get("/v1/people").then().statusCode(200);

    archive();

    as(used).get("/v1/people").then().statusCode(401);
    as(unused).get("/v1/people").then().statusCode(401);
    admin().get("/v1/grants/person/" + person).then().body("grants", empty());
    admin()
        .get("/v1/keys?kind=person&principal=" + person)
        .then()
        .body("items.revokedAt", everyItem(notNullValue()));
  }

  @Test
  void archivingEndsTheFeedsOfThePersonAndThoseTheyMade() {
    String other = unique("stayer");
    people(person, other);
    grant("viewer");
    String key = key();
    String made = feed(key, Map.of("person", other));
    String about = feed(io.watchbill.testkit.TestKeys.admin(), Map.of("person", person));
    given().get(made).then().statusCode(200);
    given().get(about).then().statusCode(200);

    archive();

    given().get(made).then().statusCode(404);
    given().get(about).then().statusCode(404);
  }

  @Test
  void aReturningPersonHasNoFormerKeysAndGrants() {
    people(person);
    grant("admin");
    String key = key();
    archive();

    people(person);

    as(key).get("/v1/people").then().statusCode(401);
    as(key()).get("/v1/people").then().statusCode(403);
  }
}
