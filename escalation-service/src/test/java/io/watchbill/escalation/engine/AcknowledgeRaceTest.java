package io.watchbill.escalation.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Acknowledgements race with the step that falls due at the same instant, beside the loop's turns.
 */
@QuarkusTest
class AcknowledgeRaceTest extends ServiceTest {
  private static final int INCIDENTS = 40;

  @Inject EscalationLoop loop;

  private final Map<Incident, String> alicesPages = new HashMap<>();

  /** What one incident had when its acknowledgement had just been accepted. */
  private record Accepted(Set<String> pages, Set<String> claimed) {}

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    policy(
        step("primary", "primary"),
        step("secondary", "secondary", "\"after\": {\"sla\": \"acknowledge\"}"));
  }

  private void waitForTheSecondary(int howMany) {
    for (int i = 0; i < howMany; i++) {
      alicesPages.put(open("P1"), "");
    }
    alicesPages.replaceAll((incident, none) -> pageOf(incident));
  }

  @Test
  void afterItIsAcceptedNoPageLeavesThatHadNotBeenClaimedBefore() throws Exception {
    waitForTheSecondary(INCIDENTS);
    later(Duration.ofMinutes(15));
    Map<Incident, Accepted> accepted = acknowledgeAllWhileTurnsRun();

    turnsPass();

    for (Map.Entry<Incident, Accepted> one : accepted.entrySet()) {
      Incident incident = one.getKey();
      Set<String> pages = one.getValue().pages();
      assertThat(ids("page", incident)).as("pages after its acceptance").isEqualTo(pages);
      assertThat(one.getValue().claimed()).containsAll(ids("sent", incident));
      boolean bobPaged = pages.size() == 2;
      soon(
          () ->
              assertThat(outcomes(incident))
                  .containsExactly("paged", bobPaged ? "paged" : "skipped"));
      soon(
          () ->
              assertThat(
                      this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
                  .allMatch(Set.of("sent", "dropped")::contains));
    }
  }

  @Test
  void whenTheyAreRefusedNoPageIsLostAndNoneComesTwice() throws Exception {
    waitForTheSecondary(INCIDENTS);
    incidents.down(true);
    alicesPages.keySet().forEach(incident -> incidents.refuse(incident.id, "not now"));
    later(Duration.ofMinutes(15));
    acknowledgeAllWhileTurnsRun();

    incidents.down(false);

    for (Incident incident : alicesPages.keySet()) {
      awaitPaged(incident, "alice", "bob");
      soon(
          () ->
              assertThat(
                      this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
                  .containsExactly("sent", "sent"));
    }
    assertThat(Mailbox.of(mail("alice"))).hasSize(INCIDENTS);
    assertThat(Mailbox.of(mail("bob"))).hasSize(INCIDENTS);
  }

  @Test
  void ofManyAtOnceOneHoldsAlsoWhenTheEscalationHasEnded() throws Exception {
    waitForTheSecondary(10);
    for (Incident incident : alicesPages.keySet()) {
      plant("UPDATE escalation SET state = 'ended' WHERE incident = '" + incident.id + "'");
      Callable<Integer> acknowledge = () -> acknowledge(incident);

      assertThat(all(List.of(acknowledge, acknowledge, acknowledge, acknowledge)))
          .containsOnly(200);

      assertThat(ids("acknowledgement", incident)).hasSize(1);
      soon(() -> assertThat(incidents.events("page.acknowledged", incident.id)).hasSize(1));
    }
  }

  private Map<Incident, Accepted> acknowledgeAllWhileTurnsRun() throws Exception {
    Map<Incident, Accepted> accepted = new ConcurrentHashMap<>();
    List<Callable<Integer>> calls = new ArrayList<>();
    int turns = 0;
    for (Incident incident : alicesPages.keySet()) {
      calls.add(
          () -> {
            int status = acknowledge(incident);
            Set<String> pages = ids("page", incident);
            Set<String> claimed = ids("claimed", incident);
            accepted.put(incident, new Accepted(pages, claimed));
            return status;
          });
      if (turns++ % 10 == 0) {
        calls.add(() -> loop.turn() ? 200 : 200);
      }
    }
    assertThat(all(calls)).containsOnly(200);
    return accepted;
  }

  private int acknowledge(Incident incident) {
    return given()
        .auth()
        .oauth2(TestKeys.person(named("alice")))
        .contentType("application/json")
        .post("/v1/pages/{id}/acknowledge", alicesPages.get(incident))
        .statusCode();
  }

  private String pageOf(Incident incident) {
    awaitPaged(incident, "alice");
    soon(
        () ->
            assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
                .containsExactly("sent"));
    return get("/v1/pages?incident=" + incident.id).getString("items[0].id");
  }

  private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static Set<String> ids(String what, Incident incident) throws SQLException {
    String rows =
        switch (what) {
          case "claimed" -> "delivery WHERE state IN ('sending', 'sent') AND incident = ";
          case "sent" -> "delivery WHERE state = 'sent' AND incident = ";
          default -> what + " WHERE incident = ";
        };
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO escalation");
      ResultSet found =
          statement.executeQuery("SELECT id::text FROM " + rows + "'" + incident.id + "'");
      Set<String> ids = new TreeSet<>();
      while (found.next()) {
        ids.add(found.getString(1));
      }
      return ids;
    }
  }
}
