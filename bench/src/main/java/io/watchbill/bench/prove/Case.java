package io.watchbill.bench.prove;

import java.time.Duration;
import java.time.Instant;

/**
 * One alert that is sent in, and what is to become of it.
 *
 * @param number tells it from all others of the run; its name stands in the alert and in the pages
 * @param acknowledges whether somebody acknowledges its first page
 */
record Case(int number, boolean acknowledges) {
  /** The second person is told so long after the trigger, unless somebody has acknowledged. */
  static final Duration SECOND_STEP = Duration.ofSeconds(10);

  String name() {
    return "case-%06d".formatted(number);
  }

  /** Every third case is acknowledged. */
  static Case of(int number) {
    return new Case(number, number % 3 == 0);
  }

  /** The message with which Alertmanager would tell of it. */
  String message(Instant startsAt) {
    return """
        {"version":"4","groupKey":"{}:{alertname=\\"%1$s\\"}","truncatedAlerts":0,"status":"firing",
         "receiver":"watchbill","groupLabels":{"alertname":"%1$s"},
         "commonLabels":{"alertname":"%1$s","severity":"critical"},
         "commonAnnotations":{"summary":"%1$s"},"externalURL":"http://alertmanager.example",
         "alerts":[{"status":"firing","labels":{"alertname":"%1$s","severity":"critical"},
           "annotations":{"summary":"%1$s"},"startsAt":"%2$s","endsAt":"0001-01-01T00:00:00Z",
           "generatorURL":"http://prometheus.example/graph","fingerprint":"%3$016x"}]}
        """
        .formatted(name(), startsAt, number);
  }
}
