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

/**
 * Plays the people: follows the link in pages of cases that are to be acknowledged, and makes
 * Alertmanager send "resolved" for cases that are to be resolved.
 */
final class People {
  private final Clock clock;
  private final AlertSender sender;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private final Map<Act, Instant> acts = new ConcurrentHashMap<>();

  People(Clock clock, AlertSender sender) {
    this.clock = clock;
    this.sender = sender;
  }

  /** Acts on a page, each person once a case, until the answer says that this took effect. */
  void read(Case paged, String person, WebhookProvider.Taken page) {
    if (!paged.actsOn(person) || !begun.add(paged.name() + " " + person)) {
      return;
    }
    Thread.ofVirtual().start(() -> act(paged, person, page));
  }

  /** When each acknowledgement or resolution was answered as taken. */
  Map<Act, Instant> acts() {
    return acts;
  }

  private void act(Case paged, String person, WebhookProvider.Taken page) {
    if (paged.end() == Case.End.RESOLVED) {
      if (sender.resolve(paged)) {
        acts.put(new Act(paged.number(), Stop.ALL, person), clock.instant());
      }
      return;
    }
    URI link = URI.create(page.body().path("data").path("acknowledge").asText());
    while (!post(link)) {
      Fleet.pause(Duration.ofMillis(300));
    }
    acts.put(new Act(paged.number(), Expected.branchOf(person), person), clock.instant());
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
