package io.watchbill.kit.health;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.FullDisk;
import io.watchbill.kit.database.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers and that its schema still serves this program. Neither a
 * peer service that is down nor requests that wait for connections make a service unready: it works
 * without the former and refuses more of the latter. A disk of Postgres that is full is only named:
 * what is stored can be read, and a request that has to store is answered 503.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Database database;
  private final FullDisk fullDisk;
  private final int reader;

  DatabaseReady(
      Database database,
      FullDisk fullDisk,
      @ConfigProperty(name = "watchbill.schema-reader", defaultValue = "1") int reader) {
    this.database = database;
    this.fullDisk = fullDisk;
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
          .withData("diskFull", fullDisk.isFull())
          .build();
    } catch (RuntimeException e) {
      return HealthCheckResponse.named("database").down().build();
    }
  }

  boolean isReady() {
    return call().getStatus() == HealthCheckResponse.Status.UP;
  }

  /** Reads the oldest program version that the schema still serves. */
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
