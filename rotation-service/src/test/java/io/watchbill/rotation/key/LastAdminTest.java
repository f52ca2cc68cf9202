package io.watchbill.rotation.key;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody can always administer the installation. */
@QuarkusTest
@QuarkusTestResource(KeysOfTheConfiguration.class)
class LastAdminTest {
  private static final String FAR = "'2999-12-31'";

  /** Makes the keys of all other tests' admins expire one day, so that they do not count. */
  @BeforeEach
  void nobodyElseIsAdminForEver() throws SQLException {
    TestKeys.admin();
    run("UPDATE access.api_key SET expires_at = " + FAR + " WHERE expires_at IS NULL");
  }

  @AfterEach
  void othersAreAsTheyWere() throws SQLException {
    run("UPDATE access.api_key SET expires_at = NULL WHERE expires_at = " + FAR);
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String key(String kind, String principal, List<String> scopes) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("principal", principal);
    body.put("scopes", scopes);
    return admin().body(body).post("/v1/keys").then().statusCode(201).extract().path("id");
  }

  private static String adminKey() {
    return key("automation", unique("robot"), List.of("admin"));
  }

  /** A person with the right admin and a key. */
  private static String adminPerson() {
    String person = unique("boss");
    people(person);
    grants(person, Map.of("right", "admin")).statusCode(200);
    key("person", person, List.of());
    return person;
  }

  private static ValidatableResponse grants(String person, Map<?, ?>... grants) {
    return admin()
        .body(Map.of("grants", List.of(grants)))
        .put("/v1/grants/person/" + person)
        .then();
  }

  private static void refused(ValidatableResponse answer) {
    answer
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.html#last-admin"))
        .body("detail", containsString("way back in"));
  }

  @Test
  void theKeysOfTheConfigurationAreNotRevoked() {
    for (String key : List.of("firstAdmin00", "incident0000")) {
      admin()
          .delete("/v1/keys/" + key)
          .then()
          .statusCode(409)
          .body("type", equalTo("/errors.html#key-configured"));
    }
    as(KeysOfTheConfiguration.FIRST_ADMIN).get("/v1/keys").then().statusCode(200);
  }

  @Test
  void theLastKeyOfAnAdminIsNotRevoked() throws SQLException {
    String first = adminKey();
    String second = adminKey();
    admin().delete("/v1/keys/" + first).then().statusCode(204);

    refused(admin().delete("/v1/keys/" + second).then());

    run("UPDATE access.api_key SET revoked_at = now() WHERE id = '" + second + "'");
  }

  @Test
  void theLastAdminKeepsTheRight() {
    String person = adminPerson();

    refused(grants(person, Map.of("right", "viewer")));
    refused(grants(person));
    refused(admin().delete("/v1/grants/person/" + person).then());
    refused(admin().delete("/v1/people/" + person).then());
    grants(person, Map.of("right", "admin"), Map.of("right", "legal")).statusCode(200);

    adminKey();
    admin().delete("/v1/people/" + person).then().statusCode(204);
  }

  @Test
  void peopleWhoAreNoAdminsAreArchivedEvenWithoutALastingAdmin() {
    String person = unique("nobody");
    people(person);

    admin().delete("/v1/people/" + person).then().statusCode(204);
  }

  @Test
  void ofTheLastTwoThatAreRevokedAtOnceOneStays() throws Exception {
    for (int i = 0; i < 10; i++) {
      String first = adminKey();
      String second = adminKey();
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        Future<Integer> one = threads.submit(() -> revoke(first, start));
        Future<Integer> other = threads.submit(() -> revoke(second, start));
        start.countDown();
        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(204, 409);
      }
      run(
          "UPDATE access.api_key SET revoked_at = now() WHERE id IN ('"
              + first
              + "', '"
              + second
              + "')");
    }
  }

  private static int revoke(String key, CountDownLatch start) throws InterruptedException {
    start.await();
    return admin().delete("/v1/keys/" + key).statusCode();
  }
}
