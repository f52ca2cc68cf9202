package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Several turns at once, as replicas take them, beside the service's own loop. */
@QuarkusTest
class EvaluationRaceTest extends ServiceTest {
  private static final int INCIDENTS = 400;

  @Inject EscalationLoop loop;
  @Inject Snapshots snapshots;
  @Inject ObjectMapper mapper;

  @Test
  void eachEscalationIsDecidedOnce() throws Exception {
    rotation("primary", "alice");
    policy(step("primary", "primary"));
    soon(() -> assertThat(rotations.asked(own)).isPositive());
    turnsPass();
    for (int i = 0; i < INCIDENTS; i++) {
      String snapshot = new Incident(own, "P1", time.now()).next();
      snapshots.take(List.of(mapper.readValue(snapshot, IncidentSnapshot.class)));
    }

    try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        replicas.submit(loop::turn);
      }
    }

    soon(
        () ->
            assertThat(
                    counted(
                        "step_outcome s JOIN escalation e ON e.id = s.escalation JOIN policy_snapshot p ON p.hash = e.snapshot WHERE p.policy = '"
                            + own
                            + "'"))
                .isEqualTo(INCIDENTS));
    assertThat(counted("page WHERE target = '" + named("alice") + "'")).isEqualTo(INCIDENTS);
  }

  private static int counted(String rows) throws Exception {
    try (Connection database = ServerUnderTest.connect();
        var statement = database.createStatement()) {
      statement.execute("SET search_path TO escalation");
      var result = statement.executeQuery("SELECT count(*) FROM " + rows);
      result.next();
      return result.getInt(1);
    }
  }
}
