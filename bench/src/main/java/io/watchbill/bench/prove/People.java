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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays the people: follows the link in pages of cases that are to be acknowledged, and makes
 * Alertmanager send "resolved" for cases that are to be resolved.
 */
final class People {
  /** What the answer asks for with Retry-After. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Clock clock;
  private final AlertSender sender;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Map<Act, Instant> begun = new ConcurrentHashMap<>();
  private final Map<Act, Instant> done = new ConcurrentHashMap<>();

  People(Clock clock, AlertSender sender) {
    this.clock = clock;
    this.sender = sender;
  }

  /** Acts on a page, each person once a case, until the answer says that this took effect. */
  void read(Case paged, String person, WebhookProvider.Taken page) {
    if (!paged.actsOn(person)) {
      return;
    }
    boolean resolves = paged.end() == Case.End.RESOLVED;
    Act act = new Act(paged.number(), resolves ? Stop.ALL : Expected.branchOf(person), person);
    if (begun.putIfAbsent(act, clock.instant()) == null) {
      Thread.ofVirtual().start(resolves ? () -> resolve(paged, act) : () -> acknowledge(act, page));
    }
  }

  /** When each acknowledgement or resolution was first tried, and answered as taken. */
  Acts acts() {
    return new Acts(Map.copyOf(begun), Map.copyOf(done));
  }

  private void resolve(Case paged, Act act) {
    if (sender.resolve(paged)) {
      done.put(act, clock.instant());
    }
  }

  /** Follows the link again and again, as somebody would who is told to try again. */
  private void acknowledge(Act act, WebhookProvider.Taken page) {
    URI link = URI.create(page.body().path("data").path("acknowledge").asText());
    while (!post(link)) {
      Fleet.pause(AGAIN);
    }
    done.put(act, clock.instant());
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
