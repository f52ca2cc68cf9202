package io.watchbill.rotation.person;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the team of people whom an older version of this service created or archived at the
 * same time, and ends the keys of archived people.
 */
@ApplicationScoped
public class AnnouncedOwners {
  private static final Logger LOG = Logger.getLogger(AnnouncedOwners.class);

  private final Database database;
  private final AnnouncedOwnerRepository repository;
  private final boolean migrating;

  AnnouncedOwners(
      Database database,
      AnnouncedOwnerRepository repository,
      @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean migrating) {
    this.database = database;
    this.repository = repository;
    this.migrating = migrating;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void publishTeams() {
    if (migrating) {
      return;
    }
    try {
      database.run(this::publishTeams);
    } catch (DatabaseUnavailableException e) {
      LOG.debug("The teams of people will be published in a minute", e);
    }
  }

  private void publishTeams(Tx tx) {
    repository.publishMissing(tx);
    repository.endKeysOfArchived(tx);
  }
}
