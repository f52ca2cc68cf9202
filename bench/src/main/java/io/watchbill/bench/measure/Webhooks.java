package io.watchbill.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Webhooks as Alertmanager sends them: each its own group, with one alert or a hundred. */
final class Webhooks {
  private final URI intake;
  private final AtomicLong numbers = new AtomicLong();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Webhooks(URI service, String key) {
    this.intake = service.resolve("/v1/ingest/alertmanager/" + key);
  }

  /** Tells an incident from all others of the run. */
  long nextNumber() {
    return numbers.incrementAndGet();
  }

  /** The title of the incident of that number. */
  static String name(long number) {
    return "load-%08d".formatted(number);
  }

  boolean send(long number, int alerts) {
    HttpRequest request =
        HttpRequest.newBuilder(intake)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message(number, alerts)))
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

  static String message(long number, int alerts) {
    String name = name(number);
    String all =
        IntStream.range(0, alerts)
            .mapToObj(i -> alert(name, number, i))
            .collect(Collectors.joining(","));
    return """
        {"version":"4","groupKey":"{}:{alertname=\\"%1$s\\"}","truncatedAlerts":0,"status":"firing",
         "receiver":"watchbill","groupLabels":{"alertname":"%1$s"},
         "commonLabels":{"alertname":"%1$s","severity":"critical"},
         "commonAnnotations":{"summary":"%1$s"},"externalURL":"http://alertmanager.example",
         "alerts":[%2$s]}
        """
        .formatted(name, all);
  }

  private static String alert(String name, long number, int index) {
    return """
        {"status":"firing","labels":{"alertname":"%1$s","severity":"critical","instance":"host-%3$d"},
         "annotations":{"summary":"%1$s","description":"An alert of the load, on host %3$d"},
         "startsAt":"2026-01-05T09:00:00.123456789Z","endsAt":"0001-01-01T00:00:00Z",
         "generatorURL":"http://prometheus.example/graph?g0.expr=up","fingerprint":"%2$012x%3$04x"}
        """
        .formatted(name, number, index);
  }
}
