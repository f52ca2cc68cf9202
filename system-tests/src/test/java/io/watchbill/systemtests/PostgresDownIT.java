package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be stored is refused with 503, which makes Alertmanager send it again. */
class PostgresDownIT {

  @Test
  void whatAlertmanagerCouldNotDeliverWhilePostgresWasDownArrivesLater() throws Exception {
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
      try (Alertmanager alertmanager =
          Alertmanager.sendingTo(sandbox.address(Service.INCIDENT), key)) {
        sandbox.withoutRestarts(
            () -> {
              Sandbox.kill(sandbox.postgres());
              Api intake = new Api(sandbox.address(Service.INCIDENT), key);
              assertThat(intake.post("/v1/ingest/alertmanager", MESSAGE).status()).isEqualTo(503);
              for (Service service :
                  List.of(Service.INCIDENT, Service.ROTATION, Service.ESCALATION)) {
                Api any = new Api(sandbox.address(service), key);
                assertThat(any.get("/q/health/ready").status()).isEqualTo(503);
                assertThat(any.get("/q/health/live").status()).isEqualTo(200);
              }

              alertmanager.fire("DatabaseGone", "severity=critical");

              await()
                  .atMost(90, SECONDS)
                  .until(() -> alertmanager.log().contains("unexpected status code 503"));
              return null;
            });

        await().atMost(90, SECONDS).ignoreExceptions().until(() -> crew.incidents().size() == 1);
        String reference = crew.incidents().getFirst().path("reference").asText();
        await().atMost(90, SECONDS).until(() -> receiver.pagedFor(reference).size() == 1);
      }
    }
  }

  private static final String MESSAGE =
      """
      {"version": "4", "groupKey": "{}:{alertname=\\"Refused\\"}", "status": "firing",
       "receiver": "watchbill", "groupLabels": {"alertname": "Refused"},
       "commonLabels": {"alertname": "Refused"}, "commonAnnotations": {}, "externalURL": "",
       "alerts": [{"status": "firing", "labels": {"alertname": "Refused"}, "annotations": {},
         "startsAt": "2026-01-01T00:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
         "generatorURL": "", "fingerprint": "0123456789abcdef"}]}
      """;
}
