package io.watchbill.kit.health;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends a process that only migrates, once Flyway is done and before anything else begins. Quarkus's
 * own way to do so, {@code quarkus.init-and-exit}, waits five seconds: one thread waits for the end
 * of the application, and the one that would end it for the first.
 */
public class MigrationOnly {
  private static final Logger LOG = Logger.getLogger(MigrationOnly.class);
  private static final int BEFORE_ALL_OTHERS = 1;

  void end(
      @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event,
      @ConfigProperty(name = "watchbill.migrate-only") boolean migrateOnly) {
    if (migrateOnly) {
      LOG.info("The database is migrated.");
      Quarkus.asyncExit(0);
      throw new PreventFurtherStepsException(0);
    }
  }
}
