package io.watchbill.migrations;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Migrates all schemas, one after the other, and ends: with 0 when they are up to date, else 1. */
@QuarkusMain
public class Main implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(Main.class);

  private final DatabaseSettings settings;

  @Inject
  Main(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public int run(String... args) throws InterruptedException {
    try {
      Server server = new Server(settings);
      server.awaitReady();
      for (Schema schema : Schema.values()) {
        new Migration(schema, server.dataSource()).run();
      }
      LOG.info("The database is migrated.");
      return 0;
    } catch (NotMigratedException e) {
      LOG.error(e.getMessage());
      return 1;
    }
  }
}
