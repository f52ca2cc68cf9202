package io.watchbill.incident.intake;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes what the incoming log need not remember any more, a few rows at a time. */
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
    loops.start("incoming-log", EVERY, this::turn);
  }

  boolean turn() {
    return database.inTransaction(tx -> log.forget(tx, tx.now().minus(config.keep()), BATCH))
        == BATCH;
  }
}
