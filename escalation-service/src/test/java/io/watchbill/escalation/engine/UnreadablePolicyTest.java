package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stored policy that this version cannot read, as after a rollback, keeps nobody from a page. */
@QuarkusTest
class UnreadablePolicyTest extends ServiceTest {
  private static final String OF_TOMORROW = "{\"steps\": 7}";

  @BeforeEach
  void peopleAndPolicies() {
    rotation("primary", "alice");
    reachableByMail("alice", "zoe");
    admin()
        .body("{\"kind\": \"email\", \"address\": \"%s\"}".formatted(mail("last-resort")))
        .put("/v1/last-resort")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    policy(step("primary", "primary"));
    putFallback(true);
  }

  @AfterEach
  void noFallback() {
    putFallback(false);
  }

  private void putFallback(boolean fallback) {
    putPolicy(
        named("fallback"),
        "\"fallback\": " + fallback,
        "{\"name\": \"chief\", \"notify\": [{\"person\": \"%s\"}]}".formatted(named("zoe")));
  }

  @Test
  void theFallbackPolicyIsPagedWithAnAlarm() throws SQLException {
    store(own, OF_TOMORROW);

    Incident incident = open("P1");

    awaitPaged(incident, "zoe", "last-resort:policy-unreadable");
    assertThat(alarms(incident)).containsExactly("policy-unreadable");
  }

  @Test
  void theLastResortIsPagedWhenTheFallbackCannotBeReadEither() throws SQLException {
    store(own, OF_TOMORROW);
    store(named("fallback"), OF_TOMORROW);

    Incident incident = open("P1");

    soon(() -> assertThat(paged(incident)).contains("last-resort:policy-unreadable"));
    assertThat(alarms(incident)).contains("policy-unreadable");
  }

  @Test
  void theLastResortIsPagedForAnyAlarmAlthoughTheFallbackCannotBeRead() throws SQLException {
    store(named("fallback"), OF_TOMORROW);
    policy(step("nobody", "nobody"));

    Incident incident = open("P1");

    awaitPaged(incident, "last-resort:nobody-on-call");
  }

  @Test
  void aRunningEscalationWhoseSnapshotCannotBeReadIsTakenOverByTheFallback() throws SQLException {
    policy(step("primary", "primary", "\"after\": \"PT1H\""));
    Incident incident = open("P1");
    soon(() -> assertThat(this.<String>values(running(incident), "items.state")).hasSize(1));

    String broken = named("broken");
    run(
        "INSERT INTO escalation.policy_snapshot (hash, policy, definition) VALUES (?, ?, ?)",
        broken,
        own,
        OF_TOMORROW);
    run(
        "UPDATE escalation.escalation SET snapshot = ?, next_due_at = now() - interval '1 second'"
            + " WHERE incident = ?::uuid",
        broken,
        incident.id);

    awaitPaged(incident, "zoe", "last-resort:policy-unreadable");
  }

  @Test
  void othersArePagedByTheirs() throws SQLException {
    store(own, OF_TOMORROW);
    putPolicy(named("sound"), "\"fallback\": false", step("primary", "primary"));

    Incident incident = open(new Incident(own, "P1", time.now()).withPolicy(named("sound")));

    awaitPaged(incident, "alice");
    assertThat(alarms(incident)).isEmpty();
  }

  private static String running(Incident incident) {
    return "/v1/escalations?incident=" + incident.id;
  }

  private static void store(String policy, String definition) throws SQLException {
    run("UPDATE escalation.policy SET definition = ? WHERE id = ?", definition, policy);
  }

  private static void run(String sql, String... values) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
