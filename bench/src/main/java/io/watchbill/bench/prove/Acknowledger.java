package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.load.WebhookProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The people: whoever is paged for a case that is to be acknowledged follows its link. */
final class Acknowledger {
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Set<Integer> begun = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Instant> acknowledged = new ConcurrentHashMap<>();

  Acknowledger(Clock clock) {
    this.clock = clock;
  }

  /** Acknowledges by the page's link, once a case, until it is told that this took effect. */
  void read(Case paged, WebhookProvider.Taken page) {
    if (!paged.acknowledges() || !begun.add(paged.number())) {
      return;
    }
    URI link = URI.create(page.body().path("data").path("acknowledge").asText());
    Thread.ofVirtual().start(() -> acknowledge(paged, link));
  }

  /** When each acknowledgement was answered as taken. */
  Map<Integer, Instant> acknowledged() {
    return acknowledged;
  }

  private void acknowledge(Case paged, URI link) {
    while (!post(link)) {
      Fleet.pause(Duration.ofMillis(300));
    }
    acknowledged.put(paged.number(), clock.instant());
  }

  private boolean post(URI link) {
    HttpRequest request =
        HttpRequest.newBuilder(link)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
