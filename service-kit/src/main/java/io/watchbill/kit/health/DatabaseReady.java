package io.watchbill.kit.health;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers and that its schema still serves this program. A neighbour
 * that is down does not count: we can serve without it.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Pool pool;
  private final int reader;

  DatabaseReady(
      Pool pool, @ConfigProperty(name = "watchbill.schema-reader", defaultValue = "1") int reader) {
    this.pool = pool;
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
    return pool.query("SELECT oldest_reader FROM compatibility")
        .execute()
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getInteger(0);
  }
}
