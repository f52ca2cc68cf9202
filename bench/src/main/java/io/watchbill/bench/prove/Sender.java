package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Fleet;
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
 * Sends each case as Alertmanager does: network errors and 5xx are tried again, anything else is
 * final.
 */
final class Sender {
  private final URI intake;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Map<Integer, Instant> accepted = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> refused = new ConcurrentHashMap<>();

  Sender(URI intake, Clock clock) {
    this.intake = intake;
    this.clock = clock;
  }

  /** Sends until the case is accepted, or refused for good. */
  void send(Case sent) {
    Duration pause = Duration.ofMillis(250);
    while (true) {
      int status = post(sent);
      if (status / 100 == 2) {
        accepted.put(sent.number(), clock.instant());
        return;
      }
      if (status != 0 && status < 500) {
        refused.put(sent.number(), status);
        return;
      }
      Fleet.pause(pause);
      pause = pause.multipliedBy(3).dividedBy(2);
      pause = pause.compareTo(Duration.ofSeconds(2)) > 0 ? Duration.ofSeconds(2) : pause;
    }
  }

  /** When each case was accepted: answered 2xx. */
  Map<Integer, Instant> accepted() {
    return accepted;
  }

  /** Cases that were answered with something final that is no success. */
  Map<Integer, Integer> refused() {
    return refused;
  }

  private int post(Case sent) {
    HttpRequest request =
        HttpRequest.newBuilder(intake)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(sent.message(clock.instant())))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
