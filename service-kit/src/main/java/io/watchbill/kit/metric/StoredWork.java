package io.watchbill.kit.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stored work of a service, measured every five seconds however often it is read: unsent
 * events, parked events, late timers.
 */
@Startup
@ApplicationScoped
public class StoredWork {
  private static final String MEASURE =
      """
      SELECT coalesce(extract(epoch FROM now() - (SELECT min(created_at) FROM outbox
                                                   WHERE parked_at IS NULL)), 0)::float8 AS oldest,
             (SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL) AS parked,
             coalesce(extract(epoch FROM now() - least(
               (SELECT min(due) FROM timer WHERE retry_at <= now()),
               (SELECT min(due) FROM timer WHERE attempts > 0 AND due < now()))), 0)::float8 AS late
      """;

  private final Database database;
  private volatile Seen seen = new Seen(false, 0, 0, 0);

  /**
   * The last measurement.
   *
   * @param database whether the database answered; if not, the other values are older
   * @param oldestUnsent age of the oldest event that is not sent yet, in seconds; 0 when there is
   *     none
   * @param parked events that their receiver did not understand
   * @param timersLate how late the latest timer is, in seconds
   */
  public record Seen(boolean database, double oldestUnsent, long parked, double timersLate) {}

  StoredWork(Database database, MeterRegistry metrics) {
    this.database = database;
    gauge("watchbill.database.up", null, s -> s.database ? 1 : 0)
        .description("1 when the database answered the last question, 0 when not")
        .register(metrics);
    gauge("watchbill.outbox.oldest", "seconds", Seen::oldestUnsent)
        .description("Age of the oldest event that is not sent yet")
        .register(metrics);
    gauge("watchbill.outbox.parked", null, Seen::parked)
        .description("Events that their receiver did not understand")
        .register(metrics);
    gauge("watchbill.timers.late", "seconds", Seen::timersLate)
        .description("How late the timer is that should have fired first")
        .register(metrics);
  }

  /** Returns the last measurement, some seconds old at most. */
  public Seen seen() {
    return seen;
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    try {
      Row row = Lane.ofLoops(() -> database.read(tx -> tx.one(MEASURE).orElseThrow()));
      seen =
          new Seen(
              true,
              Math.max(0, row.getDouble("oldest")),
              row.getLong("parked"),
              row.getDouble("late"));
    } catch (DatabaseUnavailableException e) {
      seen = new Seen(false, seen.oldestUnsent, seen.parked, seen.timersLate);
    }
  }

  private Gauge.Builder<StoredWork> gauge(
      String name, @Nullable String unit, ToDoubleFunction<Seen> value) {
    return Gauge.builder(name, this, work -> value.applyAsDouble(work.seen)).baseUnit(unit);
  }
}
