package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Result;
import io.watchbill.bench.load.WebhookProvider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/** From a webhook that comes in to the first page that goes out. */
final class Paging {
  private final Intake intake;
  private final WebhookProvider provider;

  Paging(Intake intake, WebhookProvider provider) {
    this.intake = intake;
    this.provider = provider;
  }

  /** What was measured: pages that came, and how long after their webhook was to be sent. */
  record Pages(long incidents, long paged, Histogram latency) {}

  Pages run(Duration time, double perSecond) {
    long before = provider.taken().size();
    Map<String, Long> sent = new ConcurrentHashMap<>();
    Result result =
        new OpenLoop(perSecond)
            .run(
                time,
                number -> {
                  long id = intake.nextNumber();
                  sent.put(Intake.name(id), System.nanoTime());
                  return intake.send(id, 1);
                });
    Fleet.pause(Duration.ofSeconds(5));
    Histogram latency = new Histogram(Duration.ofMinutes(2).toNanos(), 3);
    provider.taken().stream()
        .skip(before)
        .forEach(
            page -> {
              Long at = sent.remove(page.body().path("data").path("title").asText());
              if (at != null) {
                latency.recordValue(Math.max(0, page.nanos() - at));
              }
            });
    return new Pages(result.sent(), latency.getTotalCount(), latency);
  }
}
