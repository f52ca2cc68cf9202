package io.watchbill.rotation.me;

import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;

/** A program that has a key asks whose it is. */
@QuarkusTest
class MeTest {

  @Test
  void aPersonLearnsWhoTheyAreAndWhatTheyMayDo() {
    String person = unique("me");
    people(person);
    TestKeys.grant(person, "responder", "security");

    as(TestKeys.person(person))
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("kind", equalTo("person"), "id", equalTo(person))
        .body("person.id", equalTo(person), "person.timeZone", not(nullValue()))
        .body("grants.right", hasItem("responder"), "grants.team", hasItem("security"));
  }

  @Test
  void aPersonWhomNobodyKnowsHasANameNowhere() {
    String person = unique("me");

    as(TestKeys.person(person))
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("id", equalTo(person), "person", nullValue(), "grants", empty());
  }

  @Test
  void anIntegrationIsNoPerson() {
    String id = unique("am");

    as(TestKeys.integration(id))
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("kind", equalTo("integration"), "id", equalTo(id), "person", nullValue());
  }

  @Test
  void withoutAKeyNobodyIsAnybody() {
    as("wb_unknown").get("/v1/me").then().statusCode(401);
  }
}
