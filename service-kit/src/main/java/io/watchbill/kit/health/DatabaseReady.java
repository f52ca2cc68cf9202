package io.watchbill.kit.health;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers and that its schema still serves this program. A peer
 * service that is down does not count: we can serve without it. Many requests that wait for
 * connections do not count either: those beyond are told to come again.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Database database;
  private final int reader;

  DatabaseReady(
      Database database,
      @ConfigProperty(name = "watchbill.schema-reader", defaultValue = "1") int reader) {
    this.database = database;
    this.reader = reader;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      int oldest = oldestReader();
      return HealthCheckResponse.named("database")
          .status(oldest <= reader)
          .withData("reader", reader)
          .withData("oldestReaderServed", oldest)
          .build();
    } catch (RuntimeException e) {
      return HealthCheckResponse.named("database").down().build();
    }
  }

  boolean isReady() {
    return call().getStatus() == HealthCheckResponse.Status.UP;
  }

  /** The oldest program that the schema still serves. */
  int oldestReader() {
    return Lane.ofLoops(
        () ->
            database.read(
                LIMIT,
                tx ->
                    tx.one("SELECT oldest_reader FROM compatibility")
                        .orElseThrow()
                        .getInteger("oldest_reader")));
  }
}
