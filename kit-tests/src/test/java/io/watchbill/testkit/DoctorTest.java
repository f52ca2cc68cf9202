package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operator asks a service what is wrong with it. */
@QuarkusTest
class DoctorTest extends OfThings {
  private static final String DOCTOR = "/v1/doctor/things";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static List<String> said(String check) {
    return as(TestKeys.admin())
        .get(DOCTOR)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList(
            "findings.findAll { it.check == '"
                + check
                + "' }.collect { it.verdict + ' ' + it.text }");
  }

  @Test
  void everyCheckSaysSomething() {
    as(TestKeys.admin())
        .get(DOCTOR)
        .then()
        .statusCode(200)
        .body("service", equalTo("kit-under-test"))
        .body("publicUrl", equalTo("https://watchbill.example/on-call"))
        .body(
            "findings.check.unique()",
            equalTo(List.of("clock", "database", "loops", "peers", "queues", "settings")));
    assertThat(said("database"))
        .singleElement()
        .asString()
        .matches(
            "OK Postgres [0-9.]+.* takes writes, has \\d+ connections left, and its schema fits\\.");
    assertThat(said("clock")).containsExactly("OK The clock agrees with that of Postgres.");
    assertThat(said("settings"))
        .containsExactly("OK Links begin with https://watchbill.example/on-call.");
  }

  @Test
  void peersAreThereOrNot() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(said("peers"))
                    .contains(
                        "OK The escalation-service is ready and takes this service's key.",
                        "FAIL The rotation-service cannot be reached."));
  }

  @Test
  void aDatabaseThatOnlyReadsFails() {
    TestKeys.admin();
    ServerUnderTest.refuseWrites();
    try {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(said("database"))
                      .contains(
                          "FAIL Postgres takes no writes from this service: nothing is accepted."));
    } finally {
      ServerUnderTest.takeWrites();
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(said("database").getFirst()).startsWith("OK Postgres "));
  }

  @Test
  void whoeverHoldsAnOldSnapshotIsNamed() throws Exception {
    try (OldSnapshot dump = OldSnapshot.open("incident.outbox");
        Connection others = ServerUnderTest.connect();
        Statement statement = others.createStatement()) {
      statement.execute(
          "DO $$ BEGIN FOR i IN 1..100002 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");

      assertThat(said("database"))
          .singleElement()
          .asString()
          .matches(
              "WARN Session \\d+ of watchbill_owner has held a snapshot for 1\\d+ transactions:.*");
    }
  }

  @Test
  void aKeyThatAPeerRefusesFails() throws Exception {
    revokeServiceKey("now()");
    try {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(said("peers"))
                      .contains("FAIL The escalation-service refuses this service's key."));
    } finally {
      revokeServiceKey("NULL");
    }
    peersAreThereOrNot();
  }

  @Test
  void noSecretIsShown() {
    String answer = as(TestKeys.admin()).get(DOCTOR).asString();

    assertThat(answer).doesNotContain(TestKeys.service(), PostgresForTests.PASSWORD);
  }

  @Test
  void onlyAnAdminOfAllTeamsMay() {
    String person = unique("admin-of-one");
    String ofOneTeam = TestKeys.person(person);
    TestKeys.grant(person, "admin", "one");

    for (String key : List.of(TestKeys.viewer(), TestKeys.service(), ofOneTeam)) {
      as(key).get(DOCTOR).then().statusCode(403);
    }
  }

  private static void revokeServiceKey(String at) throws Exception {
    TestKeys.service();
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE access.api_key SET revoked_at = " + at + " WHERE principal = 'under-test'");
    }
  }
}
