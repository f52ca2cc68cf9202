package io.watchbill.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.watchbill.testkit.SecondReplica;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program as the Job of the chart runs it. */
@QuarkusIntegrationTest
class MigrationIT {
  @Test
  void aProcessThatOnlyMigratesEndsWhenTheDatabaseIsMigrated() throws Exception {
    Process migration = SecondReplica.migrate();
    CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(migration::destroyForcibly);
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = migration.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    }

    assertThat(migration.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(migration.exitValue()).isZero();
    assertThat(lines)
        .anyMatch(line -> line.contains("No migration necessary"))
        .anyMatch(line -> line.contains("The database is migrated."))
        .noneMatch(line -> line.contains("Listening on"));
  }
}
