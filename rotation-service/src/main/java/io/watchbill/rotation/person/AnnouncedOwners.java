package io.watchbill.rotation.person;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
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

  AnnouncedOwners(Database database, AnnouncedOwnerRepository repository) {
    this.database = database;
    this.repository = repository;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void publishTeams() {
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
