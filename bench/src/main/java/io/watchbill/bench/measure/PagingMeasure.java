package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Result;
import io.watchbill.bench.load.WebhookProvider;
import io.watchbill.laptop.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/** From a webhook that comes in to the first page that goes out. */
final class PagingMeasure implements Measure {
  private static final double PER_SECOND = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "paging";
  }

  /** When the webhook of each incident was to be sent, until its page has come. */
  private record Load(Result webhooks, Map<String, Long> intended) {}

  @Override
  public List<Figure> run(BenchOptions options) {
    try (Ground ground = Ground.start(options, 1)) {
      Webhooks webhooks = new Webhooks(ground.address(Service.INCIDENT), ground.integrationKey());
      load(webhooks, options.scale().warmUp());
      Fleet.pause(Duration.ofSeconds(5));
      Load load = load(webhooks, options.scale().paging());
      Histogram latency = awaitPages(ground.provider(), load);
      return figures(load, latency);
    }
  }

  private static Load load(Webhooks webhooks, Duration time) {
    Map<String, Long> intended = new ConcurrentHashMap<>();
    Result result =
        new OpenLoop(PER_SECOND)
            .run(
                time,
                (number, at) -> {
                  long id = webhooks.nextNumber();
                  intended.put(Webhooks.name(id), at);
                  return webhooks.send(id, 1);
                });
    return new Load(result, intended);
  }

  private static Histogram awaitPages(WebhookProvider provider, Load load) {
    Histogram latency = new Histogram(Duration.ofMinutes(5).toNanos(), 3);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int seen = 0;
    while (!load.intended().isEmpty() && System.nanoTime() < deadline) {
      Fleet.pause(Duration.ofMillis(200));
      List<WebhookProvider.Taken> taken = List.copyOf(provider.taken());
      for (; seen < taken.size(); seen++) {
        String title = taken.get(seen).body().path("data").path("title").asText();
        Long at = load.intended().remove(title);
        if (at != null) {
          latency.recordValue(Math.max(0, taken.get(seen).nanos() - at));
        }
      }
    }
    return latency;
  }

  private List<Figure> figures(Load load, Histogram latency) {
    double p99 = latency.getValueAtPercentile(99) / 1e6;
    long missing = load.intended().size();
    return List.of(
        Figure.of(
            id() + "/first-page",
            "webhook to its first page handed over, p99",
            Limit.atMost(1_000, " ms"),
            p99,
            Limit.number(p99) + " ms",
            load.webhooks().failed() + missing,
            "%s incidents a second for %s s in an open loop; p50 %s ms, longest %s ms"
                .formatted(
                    Limit.number(PER_SECOND),
                    Limit.number(Math.rint(load.webhooks().sent() / PER_SECOND)),
                    Limit.number(latency.getValueAtPercentile(50) / 1e6),
                    Limit.number(latency.getMaxValue() / 1e6))));
  }
}
