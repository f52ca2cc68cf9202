package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.service.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One trace leads from an alert to the page, and from a rotation's change to where it counts. */
class TracingIT {
  private final SpanCollector collector = SpanCollector.shared();

  private static final String ALERT =
      """
      {"version": "4", "groupKey": "{}:{alertname=\\"Traced\\"}", "status": "firing",
       "receiver": "watchbill", "groupLabels": {"alertname": "Traced"}, "commonLabels": {},
       "commonAnnotations": {}, "externalURL": "http://alertmanager.test", "truncatedAlerts": 0,
       "alerts": [{"status": "firing", "labels": {"alertname": "Traced", "severity": "critical"},
         "annotations": {}, "startsAt": "2026-01-01T00:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
         "fingerprint": "0123456789abcdef"}]}
      """;

  private String fire(Sandbox sandbox, String key) throws Exception {
    String trace = UUID.randomUUID().toString().replace("-", "");
    URI intake = sandbox.address(Service.INCIDENT).resolve("/v1/ingest/alertmanager/" + key);
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(intake)
                      .header("Content-Type", "application/json")
                      .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                      .POST(BodyPublishers.ofString(ALERT))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      assertThat(status).isEqualTo(200);
    }
    return trace;
  }

  @Test
  void oneTraceLeadsFromTheWebhookToThePage() throws Exception {
    Sandbox sandbox = Sandbox.shared();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew =
          new Crew(sandbox)
              .withPeople(receiver, "ann")
              .withStanding("primary:ann")
              .withPolicy(
                  """
                  {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
                  """);
      String key = crew.integrationKey();

      String trace = fire(sandbox, key);

      await()
          .atMost(90, SECONDS)
          .untilAsserted(
              () ->
                  assertThat(collector.of(trace))
                      .contains(
                          "incident-service: POST /v1/ingest/alertmanager/{key}",
                          "incident-service: send events",
                          "incident-service: POST /v1/events",
                          "escalation-service: POST /v1/events",
                          "escalation-service: process incident.snapshot",
                          "escalation-service: escalate",
                          "escalation-service: page by webhook"));
      assertThat(collector.all())
          .noneMatch(span -> span.all().contains(key) || span.all().contains("/ann"));
      assertThat(collector.others()).isEmpty();
    }
  }

  @Test
  void theChangeOfARotationIsTracedToTheServiceThatPages() throws Exception {
    Crew crew = new Crew(Sandbox.shared());
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      crew.withPeople(receiver, "ann")
          .withStanding("primary:ann")
          .withPolicy(
              """
              {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
              """);

      crew.withStanding("primary:ann", "secondary:ann");

      await()
          .atMost(90, SECONDS)
          .untilAsserted(
              () ->
                  assertThat(collector.all())
                      .filteredOn(span -> span.name().equals("PUT /v1/rotations/{id}"))
                      .anySatisfy(
                          span ->
                              assertThat(collector.of(span.trace()))
                                  .contains(
                                      "rotation-service: send events",
                                      "escalation-service: process rotation.changed",
                                      "escalation-service: refresh shifts",
                                      "escalation-service: GET /v1/rotations/{id}/shifts",
                                      "rotation-service: GET /v1/rotations/{id}/shifts")));
    }
  }
}
