package io.watchbill.bench.prove;

import static java.util.Objects.requireNonNull;

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
final class AlertSender {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final URI intake;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Map<Integer, Instant> startsAt = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> accepted = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> refused = new ConcurrentHashMap<>();

  AlertSender(URI intake, Clock clock) {
    this.intake = intake;
    this.clock = clock;
  }

  /** Sends until the case is accepted, or refused for good. */
  void send(Case sent) {
    Instant at = clock.instant();
    startsAt.put(sent.number(), at);
    int status = insist(sent.message(at));
    if (status / 100 == 2) {
      accepted.put(sent.number(), clock.instant());
    } else {
      refused.put(sent.number(), status);
    }
  }

  /**
   * Says that a case is over, until that is accepted; false when it was refused for good. As
   * Alertmanager does, only when the message before it has been answered.
   */
  boolean resolve(Case over) {
    while (!accepted.containsKey(over.number())) {
      Fleet.pause(Duration.ofMillis(100));
    }
    int status =
        insist(over.resolved(requireNonNull(startsAt.get(over.number())), clock.instant()));
    if (status / 100 != 2) {
      refused.put(over.number(), status);
    }
    return status / 100 == 2;
  }

  private int insist(String message) {
    Duration pause = Duration.ofMillis(250);
    while (true) {
      int status = post(message);
      if (status != 0 && status < 500) {
        return status;
      }
      Fleet.pause(pause);
      pause = pause.multipliedBy(3).dividedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  /** When each case was sent first. */
  Map<Integer, Instant> sent() {
    return startsAt;
  }

  /** When each case was accepted: answered 2xx. */
  Map<Integer, Instant> accepted() {
    return accepted;
  }

  /** Cases that were answered with something final that is no success. */
  Map<Integer, Integer> refused() {
    return refused;
  }

  private int post(String message) {
    HttpRequest request =
        HttpRequest.newBuilder(intake)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message))
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
