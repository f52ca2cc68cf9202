package io.watchbill.kit.health;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.FullDisk;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.health.DatabaseCondition.HeldSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at Postgres with what the role of a service may see. */
@ApplicationScoped
class DatabaseCheck implements Check {
  private static final String SELF =
      """
      SELECT current_setting('server_version') AS version,
             current_setting('server_version_num')::int AS number,
             pg_is_in_recovery() AS standby,
             current_setting('transaction_read_only')::bool AS read_only,
             (SELECT oldest_reader FROM compatibility) AS oldest_reader,
             (SELECT max(version::int) FROM flyway_schema_history
               WHERE success AND version ~ '^[0-9]+$') AS schema,
             (current_setting('max_connections')::int
                - current_setting('superuser_reserved_connections')::int
                - coalesce(current_setting('reserved_connections', true)::int, 0)
                - (SELECT sum(numbackends) FROM pg_stat_database))::int AS connections_left
      """;

  /** Of sessions of other roles only the age of the snapshot is seen, not when it was taken. */
  private static final String OLDEST_SNAPSHOT =
      """
      SELECT holder, age
        FROM (SELECT format('Session %s of %s', pid, coalesce(usename, 'Postgres')) AS holder,
                     age(backend_xmin) AS age
                FROM pg_stat_activity WHERE pid <> pg_backend_pid()
              UNION ALL
              SELECT format('Replication slot %s', slot_name), age(xmin) FROM pg_replication_slots
              UNION ALL
              SELECT format('Prepared transaction of %s', owner), age(transaction)
                FROM pg_prepared_xacts) AS held
       WHERE age IS NOT NULL ORDER BY age DESC LIMIT 1
      """;

  private final Database database;
  private final FullDisk fullDisk;
  private final int reader;
  private final int madeFor;
  private final int pool;

  DatabaseCheck(
      Database database,
      FullDisk fullDisk,
      @ConfigProperty(name = "watchbill.schema-reader", defaultValue = "1") int reader,
      @ConfigProperty(name = "watchbill.schema-version", defaultValue = "0") int madeFor,
      @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int pool) {
    this.database = database;
    this.fullDisk = fullDisk;
    this.reader = reader;
    this.madeFor = madeFor;
    this.pool = pool;
  }

  @Override
  public String name() {
    return DatabaseCondition.NAME;
  }

  @Override
  public List<Finding> look() {
    if (fullDisk.isFull()) {
      return List.of(
          Finding.fail(
              name(),
              "The disk of Postgres is full: it answers, but nothing new is stored. Senders get 503"
                  + " and send again; pages wait.",
              "Make room on the disk; nothing has to be restarted then.",
              "docs/runbooks/WatchbillDatabaseFull.md"));
    }
    try {
      return condition().findings(reader, madeFor, pool);
    } catch (DatabaseUnavailableException e) {
      return List.of(
          Finding.fail(
              name(),
              "Postgres did not answer in time.",
              "See whether it runs, has connections left, and accepts this service's password.",
              "docs/runbooks/WatchbillDatabaseDown.md"));
    }
  }

  DatabaseCondition condition() {
    return database.read(DatabaseCheck::condition);
  }

  private static DatabaseCondition condition(Tx tx) {
    Row self = tx.one(SELF).orElseThrow();
    return new DatabaseCondition(
        self.getString("version"),
        self.getInteger("number"),
        self.getBoolean("standby"),
        self.getBoolean("read_only"),
        self.getInteger("oldest_reader"),
        self.getInteger("schema"),
        self.getInteger("connections_left"),
        tx.one(OLDEST_SNAPSHOT)
            .map(row -> new HeldSnapshot(row.getString("holder"), row.getInteger("age"))));
  }
}
