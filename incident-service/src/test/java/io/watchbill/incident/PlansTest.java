package io.watchbill.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A plan that is made while a queue is empty is kept while it fills. */
@QuarkusTest
class PlansTest {
  @Inject Database database;

  @Test
  void anEmptyQueueIsReadByItsIndex() {
    String plan =
        database.read(
            tx -> {
              tx.query("ANALYZE outbox");
              return String.join(
                  "\n",
                  tx
                      .query(
                          "EXPLAIN DELETE FROM outbox WHERE id = ANY($1)",
                          (Object) new UUID[] {new UUID(0, 1)})
                      .stream()
                      .map(row -> row.getString(0))
                      .toList());
            });

    assertThat(plan).contains("outbox_pkey").doesNotContain("Seq Scan");
  }

  @Test
  void noStatementReadsTwoTablesWhollyToJoinThem() {
    assertThat(setting("enable_hashjoin")).isEqualTo("off");
    assertThat(setting("enable_mergejoin")).isEqualTo("off");
  }

  private String setting(String name) {
    return database.read(
        tx -> tx.one("SELECT current_setting($1)", name).orElseThrow().getString(0));
  }
}
