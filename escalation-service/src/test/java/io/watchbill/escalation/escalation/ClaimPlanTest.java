package io.watchbill.escalation.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A claim of escalations reads what is due from its floor on, and not all that runs. */
@QuarkusTest
class ClaimPlanTest {
  @Inject Database database;

  @Test
  void thePlanThatIsKeptReadsByTheDueInstantFromTheFloorOn() {
    String plan =
        database.inTransaction(
            tx -> {
              tx.send(Tx.PLANNED_ONCE);
              tx.send("PREPARE claim_to_plan AS " + EscalationClaims.CLAIM);
              String lines =
                  tx.query("EXPLAIN EXECUTE claim_to_plan(now(), 200, 1, now())").stream()
                      .map(row -> row.getString(0))
                      .collect(Collectors.joining("\n"));
              tx.send("DEALLOCATE claim_to_plan");
              return lines;
            });

    assertThat(plan)
        .contains("escalation_due", "next_due_at >= $4", "next_due_at <= $1")
        .doesNotContain("Seq Scan", "running_by");
  }
}
