package io.watchbill.laptop.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An alert as Alertmanager sends it: version 4 of its webhook, a group of one. */
record Alert(String run, Instant startsAt) {

  static Alert now(Clock clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Alert(Long.toString(now.toEpochMilli(), 36), now);
  }

  String firing() {
    return message("firing", "0001-01-01T00:00:00Z");
  }

  String resolved(Instant endsAt) {
    return message("resolved", endsAt.toString());
  }

  private String message(String status, String endsAt) {
    return """
    {
      "version": "4",
      "groupKey": "{}:{alertname=\\"AdminLoginBruteForce\\", demo=\\"%1$s\\"}",
      "truncatedAlerts": 0,
      "status": "%2$s",
      "receiver": "watchbill",
      "groupLabels": {"alertname": "AdminLoginBruteForce", "demo": "%1$s"},
      "commonLabels": {
        "alertname": "AdminLoginBruteForce", "demo": "%1$s", "severity": "critical",
        "service": "login", "instance": "edge-3:9100", "job": "edge"
      },
      "commonAnnotations": {
        "summary": "Brute force against admin accounts from 50 addresses",
        "description": "412 failed logins in 5 minutes, 3 accounts locked.",
        "runbook_url": "https://runbooks.example.com/brute-force"
      },
      "externalURL": "http://alertmanager.example.com:9093",
      "alerts": [
        {
          "status": "%2$s",
          "labels": {
            "alertname": "AdminLoginBruteForce", "demo": "%1$s", "severity": "critical",
            "service": "login", "instance": "edge-3:9100", "job": "edge"
          },
          "annotations": {
            "summary": "Brute force against admin accounts from 50 addresses",
            "description": "412 failed logins in 5 minutes, 3 accounts locked.",
            "runbook_url": "https://runbooks.example.com/brute-force"
          },
          "startsAt": "%3$s",
          "endsAt": "%4$s",
          "generatorURL": "http://prometheus.example.com:9090/graph?g0.expr=rate",
          "fingerprint": "%5$s"
        }
      ]
    }
    """
        .formatted(run, status, startsAt, endsAt, "%016x".formatted(startsAt.toEpochMilli()));
  }
}
