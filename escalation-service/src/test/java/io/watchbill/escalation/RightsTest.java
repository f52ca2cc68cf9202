package io.watchbill.escalation;

import static io.restassured.RestAssured.given;
import static io.watchbill.testkit.Samples.Call.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.page.PageLinks;
import io.watchbill.escalation.testing.FakeRotations;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.PeerServices;
import io.watchbill.testkit.Cast;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.RightsTable;
import io.watchbill.testkit.Samples;
import io.watchbill.testkit.Samples.Call;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.UUID;
import org.hamcrest.Matchers;

@QuarkusTest
@QuarkusTestResource(PeerServices.class)
class RightsTest extends RightsTable {
  private static final String HERE = "{\"kind\": \"terminal\", \"address\": \"here\"}";
  private static final String HOOK =
      "{\"address\": \"https://example.org/rights\", \"team\": \"" + Cast.OWN + "\"}";
  private static final String POLICY =
      """
      {"name": "Rights", "team": "rights-own", "defaultFor": [%s], "steps": [
        {"name": "primary", "notify": [{"rotation": "rights", "role": "primary"}]}]}
      """;
  private static final String DEFAULT = POLICY.formatted("\"" + Cast.OWN + "\"");
  private static final String TESTS =
      """
      onCall:
        rights: {primary: [rights-self]}
      tests:
      - name: the primary is paged
        at: 2030-01-01T02:00:00Z
        facts: {severity: P2, acknowledgeSla: PT1H}
        within: PT1M
        expect:
        - {paged: rights-self, after: PT0S}
      """;

  @Inject PageLinks links;
  @Inject MovableTime time;

  @Override
  protected Samples samples() {
    TestKeys.belongs(Cast.SELF, Cast.OWN);
    FakeRotations.running().standing("rights", "primary", Cast.SELF, "secondary", "rights-peer");
    put("/v1/contact-methods/" + Cast.SELF + "/here", HERE);
    put("/v1/last-resort", HERE);
    put("/v1/policies/rights", DEFAULT);
    put("/v1/webhooks/rights", HOOK);
    Incident incident = new Incident(Cast.OWN, "P2", time.now()).sent();
    Samples samples =
        new Samples()
            .withParkedEvents("escalation")
            .withDoctor("escalation")
            .with("takeEvents", "/v1/events", "[]")
            .with("getCaller", "/v1/caller");
    UUID page = page(incident);
    incidents(samples, incident.id, page);
    contacts(samples);
    policies(samples);
    webhooks(samples);
    pages(samples, incident.id);
    forms(samples, incident.id, delivery(page));
    return samples;
  }

  private static UUID page(Incident incident) {
    String path = "/v1/pages?incident=" + incident.id;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin().get(path).jsonPath().getList("items.id").size() == 1);
    return UUID.fromString(admin().get(path).jsonPath().getString("items[0].id"));
  }

  private static String delivery(UUID page) {
    String path = "/v1/deliveries?page=" + page;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin().get(path).jsonPath().getList("items.id").size() == 1);
    return admin().get(path).jsonPath().getString("items[0].id");
  }

  private void incidents(Samples samples, String incident, UUID page) {
    String link = links.acknowledge(UUID.fromString(incident), page);
    String path = link.substring(link.indexOf("/acknowledge/"));
    samples
        .with("showAcknowledgeLink", path)
        .with("acknowledgeByLink", path)
        .with("listAlarms", "/v1/alarms")
        .with("listDeliveries", "/v1/deliveries")
        .neverDone(
            "resendDelivery", () -> json("/v1/deliveries/" + delivery(page) + "/resend", "{}"))
        .with("listEscalations", "/v1/escalations")
        .with("listPages", "/v1/pages")
        .with("getPage", "/v1/pages/" + page)
        .with("acknowledgePage", "/v1/pages/" + page + "/acknowledge")
        .with("requestBackup", "/v1/escalations/" + incident + "/backup", "{\"note\": \"x\"}")
        .with(
            "escalateIncident",
            "/v1/escalations/" + incident + "/escalate",
            "{\"reason\": \"media\", \"to\": {\"person\": \"rights-peer\"}}");
  }

  private static void contacts(Samples samples) {
    String methods = "/v1/contact-methods/" + Cast.SELF;
    String mail = "{\"kind\": \"email\", \"address\": \"self@example.org\"}";
    put(methods + "/mail", mail);
    samples
        .with("listContactMethods", methods)
        .with("getContactMethod", methods + "/mail")
        .with("putContactMethod", methods + "/mail", mail)
        .neverDone("sendVerificationCode", () -> Call.of(methods + "/mail/verification"))
        .neverDone(
            "verifyContactMethod",
            () -> json(methods + "/mail/verification", "{\"code\": \"000000\"}"))
        .with(
            "deleteContactMethod",
            () -> {
              put(methods + "/another", HERE);
              return Call.of(methods + "/another");
            })
        .with("getNotificationRules", "/v1/notification-rules/" + Cast.SELF)
        .with(
            "putNotificationRules",
            "/v1/notification-rules/" + Cast.SELF,
            "{\"rules\": [{\"method\": \"here\"}]}")
        .with("getLastResort", "/v1/last-resort")
        .with("putLastResort", "/v1/last-resort", HERE);
  }

  private static void policies(Samples samples) {
    String one = "/v1/policies/rights";
    samples
        .with("listPolicies", "/v1/policies")
        .with("getPolicy", one)
        .with("listPolicyVersions", one + "/versions")
        .with("putPolicy", one, DEFAULT)
        .with("dryRunPolicy", one + "/dry-run", "{\"facts\": {\"severity\": \"P1\"}}")
        .with("lintPolicy", one + "/lint")
        .with("lintProposal", one + "/lint", DEFAULT)
        .with("testPolicy", () -> new Call(one + "/tests", "application/yaml", TESTS))
        .with(
            "deletePolicy",
            () -> {
              put("/v1/policies/rights-gone", POLICY.formatted(""));
              return Call.of("/v1/policies/rights-gone");
            });
  }

  private static void webhooks(Samples samples) {
    samples
        .with("listWebhooks", "/v1/webhooks")
        .with("getWebhook", "/v1/webhooks/rights")
        .with("putWebhook", "/v1/webhooks/rights", HOOK)
        .with(
            "deleteWebhook",
            () -> {
              put("/v1/webhooks/rights-gone", HOOK);
              return Call.of("/v1/webhooks/rights-gone");
            });
  }

  private static void pages(Samples samples, String incident) {
    String policy = "/policies/rights";
    samples
        .withPage("/escalate/{incident}", "/escalate/" + incident)
        .withPage("/policies/{id}", policy)
        .withPage("/policies/{id}/history", policy + "/history")
        .withPage("/policies/{id}/edit", policy + "/edit")
        .withPage("/policies/{id}/check", policy + "/check")
        .withPage("/policies/{id}/dry-run", policy + "/dry-run?severity=P1&sla=15")
        .withPage("/policies/{id}/tests", policy + "/tests")
        .withPage("/fragments/escalation/policies/{id}", "/fragments/escalation" + policy)
        .withPage("/contact-methods/{person}", "/contact-methods/" + Cast.SELF)
        .withPage(
            "/fragments/escalation/incidents/{id}", "/fragments/escalation/incidents/" + incident);
  }

  private static void forms(Samples samples, String incident, String delivery) {
    String policy = "/policies/rights";
    String contacts = "/contact-methods/" + Cast.SELF;
    samples
        .withForm(
            "/escalate/{incident}", "/escalate/" + incident, "reason=media&person=rights-peer")
        .withForm(
            "/policies/new",
            () ->
                Call.form(
                    "/policies/new",
                    "id=rights-"
                        + UUID.randomUUID().toString().substring(0, 8)
                        + "&text="
                        + encoded(POLICY.formatted(""))))
        .withForm(
            "/policies/{id}/edit",
            () ->
                Call.form(
                    policy + "/edit",
                    "text="
                        + encoded(DEFAULT)
                        + "&version="
                        + admin().get("/v1" + policy).header("ETag").replace("\"", "")))
        .withForm("/policies/{id}/tests", policy + "/tests", "text=" + encoded(TESTS))
        .withForm(
            "/policies/{id}/archive",
            () -> {
              put("/v1/policies/rights-gone", POLICY.formatted(""));
              return Call.form("/policies/rights-gone/archive", "");
            })
        .withFormNeverDone("/messages/{delivery}/resend", "/messages/" + delivery + "/resend", "")
        .withForm("/contact-methods/{person}", contacts, "kind=terminal&address=here")
        .withForm("/contact-methods/{person}/rules", contacts + "/rules", "")
        .withFormNeverDone("/contact-methods/{person}/{id}/code", contacts + "/mail/code", "")
        .withFormNeverDone(
            "/contact-methods/{person}/{id}/verify", contacts + "/mail/verify", "code=000000")
        .withForm(
            "/contact-methods/{person}/{id}/remove",
            () -> {
              put("/v1" + contacts + "/another", HERE);
              return Call.form(contacts + "/another/remove", "");
            });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(TestKeys.admin()).contentType("application/json");
  }

  private static void put(String path, String body) {
    admin().body(body).put(path).then().statusCode(Matchers.oneOf(200, 201));
  }
}
