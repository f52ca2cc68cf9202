package io.watchbill.incident.setup;

/** Texts to copy: they point a sender at an integration. */
public record Snippets(String alertmanager, String curl) {
  private static final String PLACE_OF_KEY = "<the key>";

  /** Returns the texts with a key that is shown now and never again. */
  static Snippets of(String url, String key) {
    return new Snippets(
        """
        receivers:
          - name: watchbill
            webhook_configs:
              - url: %s
                send_resolved: true
                http_config:
                  authorization:
                    credentials: %s
        """
            .formatted(url, key),
        """
        curl %s \\
          -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
          -d '{"version": "4", "groupKey": "try-1", "status": "firing", "receiver": "watchbill",
               "groupLabels": {}, "commonLabels": {}, "commonAnnotations": {}, "externalURL": "",
               "alerts": [{"status": "firing", "labels": {"alertname": "Try", "severity": "warning"},
                           "annotations": {}, "startsAt": "2026-01-01T00:00:00Z"}]}'
        """
            .formatted(url, key));
  }

  /** Returns the texts with a place for the key. */
  static Snippets of(String url) {
    return of(url, PLACE_OF_KEY);
  }
}
