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
 * Tells the other services of people whom an older version has entered or archived beside this one:
 * who answers for them, and that the keys of the archived have ended.
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
  void tell() {
    if (migrating) {
      return;
    }
    try {
      database.run(this::tell);
    } catch (DatabaseUnavailableException e) {
      LOG.debug("who answers for whom is told in a minute", e);
    }
  }

  private void tell(Tx tx) {
    repository.tellMissing(tx);
    repository.endKeysOfArchived(tx);
  }
}
