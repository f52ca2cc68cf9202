package io.watchbill.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.unique;
import static io.watchbill.testkit.Samples.Call.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.peers.FakePeers;
import io.watchbill.testkit.Cast;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.RightsTable;
import io.watchbill.testkit.Samples;
import io.watchbill.testkit.Samples.Call;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(FakePeers.class)
class RightsTest extends RightsTable {
  @Inject MovableTime time;

  @Override
  protected Samples samples() {
    String known = opened();
    Samples samples =
        new Samples()
            .with("showStatus", "/status")
            .with("getCaller", "/v1/caller")
            .with("listAlerts", "/v1/alerts")
            .withParkedEvents("incident")
            .withDoctor("incident")
            .with("takeEvents", "/v1/events", "[]")
            .with("listIncidents", "/v1/incidents")
            .with("getIncident", "/v1/incidents/" + known)
            .with("readTimeline", "/v1/incidents/" + known + "/timeline")
            .with("listSimilarIncidents", "/v1/incidents/" + known + "/similar")
            .with("listSeverities", "/v1/severities")
            .with("listTestPages", "/v1/test-pages?person=" + known.toLowerCase(Locale.ROOT))
            .with("sendTestPage", () -> testPage())
            .with("listSnapshotVersions", "/v1/snapshots")
            .with("listSnapshotDigests", "/v1/snapshots/digests")
            .with("readSnapshots", "/v1/snapshots", "{\"ids\": [\"" + UUID.randomUUID() + "\"]}")
            .with(
                "putAcknowledgementTimeout",
                "/v1/severities/P3/acknowledgement-timeout",
                "{\"after\": null}")
            .with(
                "openIncident",
                "/v1/incidents",
                "{\"title\": \"x\", \"severity\": \"P3\", \"team\": \"" + Cast.OWN + "\"}");
    actions(samples);
    integrations(samples);
    pages(samples, known);
    forms(samples);
    return samples;
  }

  private void actions(Samples samples) {
    Instant until = time.now().plus(Duration.ofDays(1));
    String silence = "{\"until\": \"" + until + "\", \"reason\": \"a test\"}";
    action(samples, "acknowledgeIncident", "acknowledge", "{}");
    action(samples, "assignIncident", "assign", "{\"policy\": \"p\", \"reason\": \"a test\"}");
    action(samples, "commentIncident", "comment", "{\"text\": \"a test\"}");
    action(samples, "muteIncident", "mute", silence);
    action(samples, "resolveIncident", "resolve", "{}");
    action(samples, "changeSeverity", "severity", "{\"severity\": \"P2\", \"reason\": \"x\"}");
    action(samples, "snoozeIncident", "snooze", silence);
    action(samples, "changeTags", "tags", "{\"tags\": [\"vpn\"]}");
    action(samples, "unmuteIncident", "unmute", "{}");
    action(samples, "holdIncident", "hold", "{\"reason\": \"a test\"}");
    action(samples, "releaseIncident", "release", "{\"reason\": \"a test\"}");
    after(samples, "acknowledge", "unacknowledgeIncident", "unacknowledge");
    after(samples, "resolve", "reopenIncident", "reopen");
  }

  private static void action(Samples samples, String operation, String action, String body) {
    samples.with(operation, () -> json("/v1/incidents/" + opened() + "/" + action, body));
  }

  private static Call testPage() {
    String body = "{\"person\": \"%s\", \"team\": \"%s\"}".formatted(unique("ann"), Cast.OWN);
    return json("/v1/test-pages", body);
  }

  private static void after(Samples samples, String before, String operation, String action) {
    samples.with(
        operation,
        () -> {
          String incident = opened();
          act(incident, before);
          return json("/v1/incidents/" + incident + "/" + action, "{}");
        });
  }

  private static void integrations(Samples samples) {
    String known = integration(Map.of("team", Cast.OWN));
    String request = request(known);
    sender();
    String body = "{\"name\": \"x\", \"kind\": \"alertmanager\", \"team\": \"" + Cast.OWN + "\"";
    String message = Message.of("rights").firing("rights", "warning").json();
    samples
        .with("listIntegrations", "/v1/integrations")
        .with("getIntegration", "/v1/integrations/" + known)
        .with("changeIntegration", "/v1/integrations/" + known, body + "}")
        .with("createIntegrationKey", "/v1/integrations/" + known + "/keys")
        .with("sendTestAlert", "/v1/integrations/" + known + "/test-alert", "{}")
        .with("listRequests", "/v1/requests")
        .with("getRequest", "/v1/requests/" + request)
        .with("replayRequest", "/v1/requests/" + request + "/replay")
        .with("ingestAlertmanager", "/v1/ingest/alertmanager", message)
        .with(
            "ingestAlertmanagerByPath",
            "/v1/ingest/alertmanager/" + TestKeys.integration(Cast.INTEGRATION),
            message)
        .with(
            "createIntegration",
            () -> json("/v1/integrations", body + ", \"id\": \"" + unique("am") + "\"}"))
        .with(
            "archiveIntegration",
            () -> Call.of("/v1/integrations/" + integration(Map.of("team", Cast.OWN))));
  }

  private static void pages(Samples samples, String incident) {
    String known = integration(Map.of("team", Cast.OWN));
    samples
        .withPage("/incidents/{id}", "/incidents/" + incident)
        .withPage("/fragments/incident/incidents/{id}", "/fragments/incident/incidents/" + incident)
        .withPage("/integrations/{id}", "/integrations/" + known)
        .withPage("/integrations/{id}/edit", "/integrations/" + known + "/edit")
        .withPage("/incoming/{id}", "/incoming/" + request(known));
  }

  private static void forms(Samples samples) {
    String known = integration(Map.of("team", Cast.OWN));
    String one = "/integrations/" + known;
    String integration = "name=x&defaultSeverity=P3&team=" + Cast.OWN;
    samples
        .withForm(
            "/incidents", () -> Call.form("/incidents", "action=resolve&incident=" + opened()))
        .withForm("/incidents/new", "/incidents/new", "title=x&severity=P3&team=" + Cast.OWN)
        .withForm(
            "/incidents/{id}/{action}",
            () -> Call.form("/incidents/" + opened() + "/acknowledge", ""))
        .withForm(
            "/integrations/new",
            () -> Call.form("/integrations/new", integration + "&id=" + unique("am")))
        .withForm(
            "/integrations/{id}/edit",
            () -> Call.form(one + "/edit", integration + "&version=" + version("/v1" + one)))
        .withForm("/integrations/{id}/keys", one + "/keys", "")
        .withForm("/integrations/{id}/test-alert", one + "/test-alert", "severity=P3")
        .withForm(
            "/integrations/{id}/archive",
            () ->
                Call.form(
                    "/integrations/" + integration(Map.of("team", Cast.OWN)) + "/archive", ""))
        .withForm("/incoming/{id}/replay", "/incoming/" + request(known) + "/replay", "")
        .withForm(
            "/severities/{id}/acknowledgement-timeout",
            "/severities/P3/acknowledgement-timeout",
            "");
  }

  private static String version(String path) {
    return URLEncoder.encode(admin().get(path).header("ETag"), StandardCharsets.UTF_8);
  }

  private static String request(String integration) {
    sent(integration, Message.of("rights").firing("rights", "warning"));
    return admin()
        .get("/v1/requests?integration=" + integration)
        .then()
        .extract()
        .path("items[0].id");
  }

  /** The integration of the table's caller, if another run has not made it. */
  private static void sender() {
    admin()
        .body(Map.of("id", Cast.INTEGRATION, "name", "x", "kind", "alertmanager", "team", Cast.OWN))
        .post("/v1/integrations");
  }

  private static String opened() {
    return admin()
        .body(Map.of("title", "Rights", "severity", "P3", "team", Cast.OWN))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }
}
