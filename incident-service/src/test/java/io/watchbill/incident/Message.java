package io.watchbill.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message as Alertmanager sends it, for tests. */
public final class Message {
  private final String group;
  private final List<String> alerts = new ArrayList<>();
  private String truncated = "0";

  private Message(String group) {
    this.group = group;
  }

  public static Message of(String group) {
    return new Message(group);
  }

  public Message firing(String fingerprint, String severity) {
    return firing(fingerprint, severity, "");
  }

  public Message firing(String fingerprint, String severity, String tags) {
    alerts.add(alert("firing", fingerprint, severity, tags, "0001-01-01T00:00:00Z"));
    return this;
  }

  public Message resolved(String fingerprint) {
    alerts.add(alert("resolved", fingerprint, "warning", "", "2026-03-01T11:00:00Z"));
    return this;
  }

  /** Its sender left out so many more; as it stands in the JSON. */
  public Message truncated(String leftOut) {
    truncated = leftOut;
    return this;
  }

  public String json() {
    String status = alerts.stream().anyMatch(a -> a.contains("\"firing\"")) ? "firing" : "resolved";
    return """
        {"receiver":"watchbill","status":"%s","alerts":[%s],"groupLabels":{"alertname":"%s"},
         "commonLabels":{"alertname":"%s"},"commonAnnotations":{},
         "externalURL":"http://alertmanager:9093","version":"4",
         "groupKey":"{}:{alertname=\\"%s\\"}","truncatedAlerts":%s,
         "notification_reason":"first notification","routeLabels":{}}
        """
        .formatted(
            status,
            alerts.stream().collect(Collectors.joining(",")),
            group,
            group,
            group,
            truncated);
  }

  private static String alert(
      String status, String fingerprint, String severity, String tags, String endsAt) {
    return """
        {"status":"%s","labels":{"alertname":"%s","severity":"%s","tags":"%s"},
         "annotations":{"summary":"%s is bad"},"startsAt":"2026-03-01T10:00:00.123456789Z",
         "endsAt":"%s","generatorURL":"http://prometheus:9090/graph","fingerprint":"%s"}
        """
        .formatted(status, "Alert" + fingerprint, severity, tags, fingerprint, endsAt, fingerprint);
  }
}
