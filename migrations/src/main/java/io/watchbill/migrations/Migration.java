package io.watchbill.migrations;

import io.quarkus.flyway.runtime.QuarkusFlywayResourceProvider;
import io.quarkus.flyway.runtime.QuarkusPathLocationScanner;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations of one schema, which has a history of its own. */
final class Migration {
  private final String schema;
  private final Flyway flyway;

  Migration(Schema schema, DataSource dataSource) {
    this.schema = schema.sqlName();
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(dataSource)
            .schemas(this.schema)
            .defaultSchema(this.schema)
            .createSchemas(false)
            .locations(schema.folders());
    this.flyway = foundByTheBuild(configuration).load();
  }

  /** An executable has no class path to look through. */
  private static FluentConfiguration foundByTheBuild(FluentConfiguration configuration) {
    return configuration
        .resourceProvider(
            new QuarkusFlywayResourceProvider(
                new QuarkusPathLocationScanner(
                        configuration, Arrays.asList(configuration.getLocations()))
                    .scanForResources()))
        .javaMigrationClassProvider(List::of);
  }

  /** Runs what has not run yet. Others that do the same at the same time are waited for. */
  void run() {
    try {
      refuseNewer();
      flyway.migrate();
    } catch (FlywayException e) {
      throw new NotMigratedException(
          "The schema %s is not migrated: %s".formatted(schema, e.getMessage()));
    }
  }

  private void refuseNewer() {
    for (MigrationInfo one : flyway.info().applied()) {
      if (one.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new NotMigratedException(
            "The schema %s is of a newer release: it has version %s, which this program does not know; use that release's"
                .formatted(schema, one.getVersion()));
      }
    }
  }
}
