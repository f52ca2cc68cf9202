package io.watchbill.incident.intake;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes old requests from the incoming log, a few rows at a time. */
@ApplicationScoped
public class IntakeRetention {
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final int BATCH = 500;

  private final Database database;
  private final RequestLog log;
  private final IntakeConfig config;
  private final Loops loops;

  IntakeRetention(Database database, RequestLog log, IntakeConfig config, Loops loops) {
    this.database = database;
    this.log = log;
    this.config = config;
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    loops.start("incoming-log", EVERY, this::iteration);
  }

  boolean iteration() {
    return database.inTransaction(tx -> log.deleteBefore(tx, tx.now().minus(config.keep()), BATCH))
        == BATCH;
  }
}
