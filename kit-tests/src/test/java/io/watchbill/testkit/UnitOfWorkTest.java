package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Failures;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Statements that are sent without waiting for their answers, and what is undone when one fails.
 */
@QuarkusTest
class UnitOfWorkTest {
  private static final String NAMED =
      "INSERT INTO timer (kind, key, due, retry_at) VALUES ('unit', $1, $2, $2)";
  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

  @Inject Database database;

  @Test
  void whatWasSentIsCommittedInItsOrder() {
    String key = key();

    database.run(
        tx -> {
          tx.send(NAMED, key, FAR);
          tx.send("UPDATE timer SET attempts = attempts + 1 WHERE key = $1", key);
        });

    assertThat(attempts(key)).contains(1);
  }

  @Test
  void aLongStatementIsPlannedOnceAsAShortOneIs() {
    String mark = key();
    String longOne =
        "SELECT count(*) FROM timer WHERE kind = $1 /* " + mark + "-".repeat(6_000) + " */";
    String plans =
        "SELECT generic_plans FROM pg_prepared_statements WHERE statement LIKE '%' || $1 || '%'"
            + " AND statement NOT LIKE '%pg_prepared_statements%'";

    List<Row> prepared =
        database.inTransaction(
            tx -> {
              tx.send(Tx.PLANNED_ONCE);
              tx.query(longOne, "unit");
              tx.query(longOne, "unit");
              return tx.query(plans, mark);
            });

    assertThat(prepared).extracting(row -> row.getLong("generic_plans")).containsExactly(2L);
  }

  @Test
  void aSentStatementThatFailsFailsTheCommitAndLeavesNothing() {
    String key = key();

    assertThatThrownBy(
            () ->
                database.run(
                    tx -> {
                      tx.send(NAMED, key, FAR);
                      tx.send(NAMED, key, FAR);
                    }))
        .matches(Failures::isDuplicate);

    assertThat(attempts(key)).isEmpty();
  }

  @Test
  void whatIsAskedAfterASentStatementFailedSaysTheFirstFailure() {
    String key = key();

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    tx -> {
                      tx.send(NAMED, key, FAR);
                      tx.send(NAMED, key, FAR);
                      return tx.query("SELECT 1 AS one");
                    }))
        .matches(Failures::isDuplicate);
  }

  @Test
  void aFailureThatTheWorkKeepsToItselfDoesNotPassForACommit() {
    String key = key();

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    tx -> {
                      tx.update(NAMED, key, FAR);
                      try {
                        tx.update(NAMED, key, FAR);
                      } catch (RuntimeException e) {
                        return "kept";
                      }
                      return "never";
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(attempts(key)).isEmpty();
  }

  @Test
  void nothingIsDoneAfterACommitThatFailed() {
    String key = key();
    AtomicInteger done = new AtomicInteger();

    assertThatThrownBy(
        () ->
            database.run(
                tx -> {
                  tx.afterCommit(done::incrementAndGet);
                  tx.send("SELECT 1 / 0");
                }));

    assertThat(done).hasValue(0);
    assertThat(attempts(key)).isEmpty();
  }

  @Test
  void anAttemptThatFailsIsUndoneWithAllThatItSentAndTheRestIsCommitted() {
    String before = key();
    String within = key();
    String after = key();
    List<String> done = new ArrayList<>();

    Optional<RuntimeException> failure =
        database.inTransaction(
            tx -> {
              tx.send(NAMED, before, FAR);
              Optional<RuntimeException> failed =
                  tx.attempt(
                      () -> {
                        tx.afterCommit(() -> done.add("within"));
                        tx.send(NAMED, within, FAR);
                        tx.send(NAMED, within, FAR);
                      });
              tx.afterCommit(() -> done.add("after"));
              tx.send(NAMED, after, FAR);
              return failed;
            });

    assertThat(failure).hasValueSatisfying(e -> assertThat(Failures.isDuplicate(e)).isTrue());
    assertThat(attempts(before)).isPresent();
    assertThat(attempts(within)).isEmpty();
    assertThat(attempts(after)).isPresent();
    assertThat(done).containsExactly("after");
  }

  @Test
  void anAttemptThatFailsLateInTheUnitIsUndoneAndTheRestIsCommitted() {
    String before = key();
    String after = key();

    Optional<RuntimeException> failure =
        database.inTransaction(
            tx -> {
              tx.send(NAMED, before, FAR);
              tx.query("SELECT pg_sleep(0.8)");
              Optional<RuntimeException> failed = tx.attempt(() -> tx.send(NAMED, before, FAR));
              tx.send(NAMED, after, FAR);
              return failed;
            });

    assertThat(failure).hasValueSatisfying(e -> assertThat(Failures.isDuplicate(e)).isTrue());
    assertThat(attempts(before)).isPresent();
    assertThat(attempts(after)).isPresent();
  }

  @Test
  void anAttemptWithinAnAttemptIsUndoneWithIt() {
    String inner = key();

    database.inTransaction(
        tx ->
            tx.attempt(
                () -> {
                  tx.attempt(() -> tx.send(NAMED, inner, FAR));
                  throw new IllegalStateException("the outer one fails");
                }));

    assertThat(attempts(inner)).isEmpty();
  }

  @Test
  void anAttemptThatMetAnotherTransactionIsMadeAgainWithTheWholeUnit() {
    String key = key();
    AtomicInteger tries = new AtomicInteger();

    Optional<RuntimeException> failure =
        database.inTransaction(
            tx ->
                tx.attempt(
                    () -> {
                      tx.send(NAMED, key, FAR);
                      if (tries.incrementAndGet() == 1) {
                        tx.send("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40P01'; END $$");
                      }
                    }));

    assertThat(failure).isEmpty();
    assertThat(tries).hasValue(2);
    assertThat(attempts(key)).isPresent();
  }

  @Test
  void aFailureOfTheDatabaseItselfIsNoFailedAttempt() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    tx ->
                        tx.attempt(
                            () -> tx.query("SELECT pg_terminate_backend(pg_backend_pid())"))))
        .isInstanceOf(DatabaseUnavailableException.class);
  }

  @Test
  void connectionsThatCameTooLateAreNotLost() throws Exception {
    AtomicInteger late = new AtomicInteger();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        all.add(
            workers.submit(
                () -> {
                  try {
                    database.inTransaction(Duration.ofMillis(700), UnitOfWorkTest::slow);
                  } catch (DatabaseUnavailableException e) {
                    late.incrementAndGet();
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(late).as("units that waited in vain for a connection").hasPositiveValue();
    for (int i = 0; i < 40; i++) {
      List<Row> rows = database.inTransaction(tx -> tx.query("SELECT 1 AS one"));
      assertThat(rows).hasSize(1);
    }
  }

  private static Object slow(Tx tx) {
    return tx.query("SELECT pg_sleep(0.4)");
  }

  private Optional<Integer> attempts(String key) {
    return database
        .read(tx -> tx.one("SELECT attempts FROM timer WHERE key = $1", key))
        .map(row -> row.getInteger("attempts"));
  }

  private static String key() {
    return "unit-" + Ids.next();
  }
}
