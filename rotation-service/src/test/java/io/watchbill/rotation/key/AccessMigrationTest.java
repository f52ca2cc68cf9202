package io.watchbill.rotation.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.junit.jupiter.api.Test;

/** What the migration job runs: this service's schema, and keys and grants for all three. */
@QuarkusTest
class AccessMigrationTest {
  @Inject Flyway rotation;

  @Inject
  @FlywayDataSource("access")
  Flyway access;

  @Test
  void theServiceMigratesItsSchemaAndAccess() {
    assertThat(rotation.getConfiguration().getDefaultSchema()).isEqualTo("rotation");
    assertThat(access.getConfiguration().getDefaultSchema()).isEqualTo("access");
    assertThat(access.getConfiguration().getLocations())
        .extracting(Location::getPath)
        .containsExactly("db/access");
  }
}
