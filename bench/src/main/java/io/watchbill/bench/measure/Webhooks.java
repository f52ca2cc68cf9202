package io.watchbill.bench.measure;

import io.watchbill.bench.load.Requests;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Webhooks as Alertmanager sends them: each its own group, with one alert or a hundred. */
final class Webhooks {
  private final AtomicLong numbers = new AtomicLong();
  private final Requests requests;
  private final String path;

  Webhooks(URI service, String key) {
    this.requests = new Requests(service, Map.of("Content-Type", "application/json"));
    this.path = "/v1/ingest/alertmanager/" + key;
  }

  /** Distinguishes an incident from all others of the run. */
  long nextNumber() {
    return numbers.incrementAndGet();
  }

  /** The title of the incident of that number. */
  static String name(long number) {
    return "load-%08d".formatted(number);
  }

  boolean send(long number, int alerts) {
    return requests.post(path, message(number, alerts));
  }

  /** The alerts of that number are over. */
  boolean resolve(long number) {
    String over =
        message(number, 1)
            .replace("firing", "resolved")
            .replace("0001-01-01T00:00:00Z", "2026-01-05T10:00:00Z");
    return requests.post(path, over);
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
