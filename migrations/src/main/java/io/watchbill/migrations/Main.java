package io.watchbill.migrations;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Migrates all schemas, one after the other, and ends: with 0 when they are up to date, else 1. */
@QuarkusMain
public class Main implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(Main.class);

  private final DatabaseSettings settings;
  private final Installation installation;

  @Inject
  Main(
      DatabaseSettings settings,
      @ConfigProperty(name = "watchbill.public-url") Optional<String> publicUrl,
      @ConfigProperty(name = "watchbill.link-secret") Optional<String> linkSecret) {
    this.settings = settings;
    this.installation = new Installation(publicUrl, linkSecret);
  }

  @Override
  public int run(String... args) throws InterruptedException {
    try {
      Server server = new Server(settings, installation);
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
