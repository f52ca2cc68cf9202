package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.WebhookProvider;
import io.watchbill.laptop.service.Service;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How late steps are taken that are due while many others wait: some a second, then very many in
 * one second, twice. Late is when the provider has the page, by its clock, after the step was due.
 * The second flood counts: during the first the virtual machines compile most of the time.
 */
final class LatenessMeasure implements Measure {
  private static final int PER_SECOND = 50;
  private static final Duration UNTIL_FIRST = Duration.ofSeconds(25);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Clock clock = Clock.systemUTC();

  @Override
  public String id() {
    return "lateness";
  }

  /** Steps that are due one after the other, and how late the page of each was. */
  private record Due(int count, Instant from, Duration spacing) {
    Instant until() {
      return from.plus(spacing.multipliedBy(count));
    }
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 2);
        Connection owner = ground.connect()) {
      warmUp(ground, scale.warmUp());
      Clones clones = new Clones(owner, Original.make(ground));
      clones.make(scale.waiting(), Duration.ZERO, Duration.ofMillis(1));
      clones.settle();
      int some = (int) (PER_SECOND * scale.load().toSeconds());
      Due flow = due(clones, some, Duration.ofSeconds(1).dividedBy(PER_SECOND));
      Histogram flowing = awaitPages(owner, ground.provider(), flow);
      int many = scale.dueAtOnce();
      Duration spacing = Duration.ofSeconds(1).dividedBy(many);
      Due first = due(clones, many, spacing);
      Histogram cold = awaitPages(owner, ground.provider(), first);
      Due flood = due(clones, many, spacing);
      Histogram flooded = awaitPages(owner, ground.provider(), flood);
      return List.of(flowing(scale, flow, flowing), flooded(scale, flood, flooded, cold));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void warmUp(Ground ground, Duration time) {
    Webhooks webhooks =
        new Webhooks(ground.fleet().address(Service.INCIDENT), ground.integrationKey());
    new OpenLoop(PER_SECOND).run(time, number -> webhooks.send(webhooks.nextNumber(), 1));
  }

  /** Copies of the original whose second step will be due soon, in the given distance. */
  private Due due(Clones clones, int count, Duration spacing) {
    Instant from = clock.instant().plus(UNTIL_FIRST);
    Instant triggered = from.minus(Ground.SECOND_STEP);
    clones.make(count, Duration.between(clones.triggered(), triggered), spacing);
    if (clock.instant().isAfter(from)) {
      throw new IllegalStateException("the copies were not made before they were due");
    }
    return new Due(count, from, spacing);
  }

  private Histogram awaitPages(Connection owner, WebhookProvider provider, Due due)
      throws SQLException {
    int before = provider.taken().size();
    Instant deadline = due.until().plus(PATIENCE);
    while (provider.taken().size() < before + due.count() && clock.instant().isBefore(deadline)) {
      Fleet.pause(Duration.ofMillis(100));
    }
    // What was taken is recorded soon; asking for it all the time would be a load itself.
    Map<String, Instant> dueAt = handedOver(owner, due);
    while (dueAt.size() < due.count() && clock.instant().isBefore(deadline)) {
      Fleet.pause(Duration.ofSeconds(1));
      dueAt = handedOver(owner, due);
    }
    Histogram late = new Histogram(Duration.ofMinutes(5).toNanos(), 3);
    Map<String, Instant> left = new HashMap<>(dueAt);
    for (WebhookProvider.Taken taken : provider.taken()) {
      Instant at = left.remove(taken.body().path("data").path("delivery").asText());
      if (at != null) {
        late.recordValue(Math.max(0, Duration.between(at, taken.at()).toNanos()));
      }
    }
    return late;
  }

  /** When each delivery was due that is due within the range and handed over. */
  private static Map<String, Instant> handedOver(Connection owner, Due due) throws SQLException {
    Map<String, Instant> found = new HashMap<>();
    String sql =
        "SELECT id, due_at FROM escalation.delivery WHERE handed_over_at IS NOT NULL AND due_at >="
            + " '%s' AND due_at < '%s'"
                .formatted(due.from().minusMillis(1), due.until().plusMillis(1));
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.put(row.getString(1), row.getTimestamp(2).toInstant());
      }
    }
    return found;
  }

  private Figure flowing(Scale scale, Due due, Histogram late) {
    double p99 = late.getValueAtPercentile(99) / 1e6;
    return Figure.of(
        id() + "/due",
        "page handed over after its step was due, p99",
        Limit.atMost(1_000, " ms"),
        p99,
        Limit.number(p99) + " ms",
        due.count() - late.getTotalCount(),
        "%s escalations wait, %d a second become due for %d s, two replicas; p50 %s ms, longest %s ms"
            .formatted(
                Limit.number(scale.waiting()),
                PER_SECOND,
                scale.load().toSeconds(),
                Limit.number(late.getValueAtPercentile(50) / 1e6),
                Limit.number(late.getMaxValue() / 1e6)));
  }

  private Figure flooded(Scale scale, Due due, Histogram late, Histogram first) {
    double last = late.getMaxValue() / 1e9;
    return Figure.of(
        id() + "/flood",
        Limit.number(due.count()) + " due in one second: the last one late",
        Limit.atMost(10, " s"),
        last,
        Limit.number(last) + " s",
        due.count() - late.getTotalCount(),
        ("%s escalations wait, two replicas, one provider that answers at once; p50 %s s, p99 %s s;"
                + " the first such flood, on programs not yet compiled: %s s")
            .formatted(
                Limit.number(scale.waiting()),
                Limit.number(late.getValueAtPercentile(50) / 1e9),
                Limit.number(late.getValueAtPercentile(99) / 1e9),
                Limit.number(first.getMaxValue() / 1e9)));
  }
}
