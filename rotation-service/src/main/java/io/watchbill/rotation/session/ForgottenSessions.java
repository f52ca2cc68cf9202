package io.watchbill.rotation.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;

/**
 * Deletes sessions and links a day after their end; until then who comes with one is told that it
 * has ended, and is not taken for somebody who guesses.
 */
@ApplicationScoped
class ForgottenSessions {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int SOME = 2_000;

  private final Database database;
  private final SessionRepository sessions;
  private final SignInLinkRepository links;

  ForgottenSessions(Database database, SessionRepository sessions, SignInLinkRepository links) {
    this.database = database;
    this.sessions = sessions;
    this.links = links;
  }

  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void forget() {
    all(tx -> sessions.forget(tx, before(tx), SOME));
    all(tx -> links.forget(tx, before(tx), SOME));
  }

  private void all(ToIntFunction<Tx> some) {
    int forgotten;
    do {
      forgotten = database.inTransaction(some::applyAsInt);
    } while (forgotten == SOME);
  }

  private static Instant before(Tx tx) {
    return tx.now().minus(KEPT);
  }
}
