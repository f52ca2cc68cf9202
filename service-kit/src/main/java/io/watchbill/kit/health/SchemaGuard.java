package io.watchbill.kit.health;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Refuses to run on a schema that no longer serves this program. */
public class SchemaGuard {
  private static final Logger LOG = Logger.getLogger(SchemaGuard.class);

  void check(
      @Observes StartupEvent event,
      @Readiness DatabaseReady database,
      @ConfigProperty(name = "watchbill.schema-reader", defaultValue = "1") int reader) {
    int oldest;
    try {
      oldest = database.oldestReader();
    } catch (RuntimeException e) {
      LOG.warn("the database does not answer yet; not ready until it does");
      return;
    }
    if (oldest > reader) {
      throw new IllegalStateException(
          "the schema serves readers from " + oldest + " on, this program is reader " + reader);
    }
  }
}
