package io.watchbill.incident.setup;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages where senders are set up, and where it is seen what they have sent. */
@QuarkusTest
class SetupPagesTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private static RequestSpecification browser(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .redirects()
        .follow(false);
  }

  private static ValidatableResponse page(String path) {
    return browser(TestKeys.admin())
        .get(path)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body(not(containsString("<img")));
  }

  private static Map<String, String> form(String id) {
    return new HashMap<>(
        Map.of(
            "id", id,
            "name", HOSTILE,
            "team", "security",
            "severities", "sev-1 = P0\r\nsev-2=P1",
            "defaultSeverity", "P3",
            "resolveWithAlerts", "true",
            "suppressAfterResolve", "PT90M"));
  }

  private static ValidatableResponse sent(String path, Map<String, String> form) {
    return browser(TestKeys.admin()).formParams(form).post(path).then();
  }

  @Test
  void anIntegrationIsMadeAndItsKeyShownOnceWithWhatToCopy() {
    String id = unique("made");
    page("/integrations/new").body(containsString("name=\"id\""), containsString("value=\"24\""));

    String made =
        sent("/integrations/new", form(id))
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body(containsString("&lt;img src=x"))
            .body(not(containsString("<img")))
            .extract()
            .asString();

    Matcher key = Pattern.compile("<code id=\"key\">([^<]+)</code>").matcher(made);
    assertThat(key.find()).isTrue();
    assertThat(made).contains("credentials: " + key.group(1), "/v1/ingest/alertmanager");
    page("/integrations/" + id)
        .body(not(containsString(key.group(1))), containsString("sev-1 = P0, sev-2 = P1"));
    page("/integrations?limit=500").body(containsString(id));
    admin()
        .get("/v1/integrations/" + id)
        .then()
        .body("suppressAfterResolve", equalTo("PT1H30M"))
        .body("defaultSeverity", equalTo("P3"));
  }

  @Test
  void whatCannotBeMadeSaysWhyAtItsFieldAndKeepsWhatWasTyped() {
    Map<String, String> form = form(unique("bad"));
    form.put("severities", "sev-1 is P0");

    sent("/integrations/new", form)
        .statusCode(400)
        .body(containsString("id=\"severities-wrong\">Write &#39;word = P1&#39;"))
        .body(containsString(">sev-1 is P0</textarea>"), containsString("value=\"PT90M\""));

    form.put("severities", "");
    form.put("name", "");
    sent("/integrations/new", form)
        .statusCode(400)
        .body(containsString("id=\"name-wrong\">A name has 1 to 200"));
    sent("/integrations/new", form(integration()))
        .statusCode(409)
        .body(containsString("role=\"alert\""), containsString("exists"));
  }

  @Test
  void twoWhoChangeAnIntegrationAtOnceSeeWhatTheOtherHasStored() {
    String id = integration();
    String path = "/integrations/" + id + "/edit";
    Map<String, String> mine = form(id);
    mine.put("version", version(page(path)));
    Map<String, String> other = form(id);
    other.put("version", mine.get("version"));
    other.put("name", "Renamed");
    sent(path, other).statusCode(303).header("Location", containsString("/integrations/" + id));

    ValidatableResponse refused = sent(path, mine).statusCode(412);

    refused.body(containsString("Somebody else has changed it"));
    refused.body(containsString(">Renamed</td>"), containsString("&lt;img src=x"));
    mine.put("version", version(refused));
    sent(path, mine).statusCode(303);
    admin().get("/v1/integrations/" + id).then().body("name", equalTo(HOSTILE));
  }

  private static String version(ValidatableResponse page) {
    Matcher matcher =
        Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(page.extract().asString());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).replace("&quot;", "\"");
  }

  @Test
  void aTestAlertOpensAnIncidentAndIsSeenInTheLog() {
    String id = integration();

    Map<String, String> form = Map.of("severity", "P2", "once", unique("once"));
    String incident =
        sent("/integrations/" + id + "/test-alert", form)
            .statusCode(303)
            .extract()
            .header("Location");
    sent("/integrations/" + id + "/test-alert", form)
        .statusCode(303)
        .header("Location", equalTo(incident));

    assertThat(incident).matches("/incidents/INC-\\d+");
    page(incident).body(containsString("Test alert"), containsString("P2"));
    page("/incoming?integration=" + id)
        .body(containsString("1 alerts: 1 new"), containsString(incident));
    page("/integrations/" + id).body(containsString("1 alerts: 0 new, 1 refreshed"));
    admin()
        .body(Map.of("severity", "P0"))
        .post("/v1/integrations/" + id + "/test-alert")
        .then()
        .statusCode(200)
        .body("alerts.added", equalTo(1));
    admin().post("/v1/integrations/" + id + "/test-alert").then().statusCode(200);
    admin().post("/v1/integrations/nobodys/test-alert").then().statusCode(404);
  }

  @Test
  void whatWasRefusedIsShownWithItsReasonAndReplayed() {
    String id = integration();
    send(id, "<script>alert(1)</script>").statusCode(400);

    String log = page("/incoming?integration=" + id + "&outcome=refused").extract().asString();
    Matcher matcher = Pattern.compile("href=\"(/incoming/[0-9a-f-]{36})\"").matcher(log);
    assertThat(matcher.find()).isTrue();
    page("/integrations/" + id).body(containsString(matcher.group(1)));
    page(matcher.group(1))
        .body(
            containsString("&lt;script&gt;alert(1)"),
            not(containsString("<script>alert")),
            containsString("HTTP 400"));

    sent(matcher.group(1) + "/replay", Map.of())
        .statusCode(400)
        .body(containsString("role=\"alert\""));
    sent("/integrations/" + id + "/test-alert", Map.of("severity", "P3")).statusCode(303);
    String accepted =
        page("/incoming?integration=" + id + "&outcome=accepted").extract().asString();
    Matcher good = Pattern.compile("href=\"(/incoming/[0-9a-f-]{36})\"").matcher(accepted);
    assertThat(good.find()).isTrue();
    sent(good.group(1) + "/replay", Map.of())
        .statusCode(303)
        .header("Location", equalTo("/incoming?integration=" + id));
  }

  @Test
  void anArchivedIntegrationCanOnlyBeLookedAt() {
    String id = integration();

    sent("/integrations/" + id + "/archive", Map.of()).statusCode(303);

    page("/integrations/" + id)
        .body(containsString("Archived"), not(containsString("/test-alert")));
    page("/integrations?archived=true&limit=500").body(containsString(id));
    page("/integrations?limit=500").body(not(containsString(">" + id + "<")));
  }

  @Test
  void theTimesOfSeveritiesAreShownAndATimeOutIsSet() {
    page("/severities").body(containsString("15 min"), containsString("P0"));

    sent("/severities/P3/acknowledgement-timeout", Map.of("acknowledgementTimeout", "12"))
        .statusCode(303);
    page("/severities").body(containsString("value=\"12\""));
    sent("/severities/P3/acknowledgement-timeout", Map.of("acknowledgementTimeout", "soon"))
        .statusCode(400)
        .body(containsString("value=\"soon\""));
    sent("/severities/P3/acknowledgement-timeout", Map.of("acknowledgementTimeout", ""))
        .statusCode(303);
  }

  @Test
  void whoMayOnlyLookMakesNothing() {
    String id = integration();
    for (String path :
        new String[] {"/integrations", "/integrations/" + id, "/incoming", "/severities"}) {
      browser(TestKeys.viewer()).get(path).then().statusCode(200);
    }
    for (String path :
        new String[] {
          "/integrations/new",
          "/integrations/" + id + "/edit",
          "/integrations/" + id + "/test-alert",
          "/integrations/" + id + "/keys",
          "/integrations/" + id + "/archive",
          "/severities/P3/acknowledgement-timeout"
        }) {
      browser(TestKeys.viewer()).formParams(form(id)).post(path).then().statusCode(403);
    }
  }

  @Test
  void thePagesAreInGermanToo() {
    browser(TestKeys.viewer())
        .header("Accept-Language", "de")
        .get("/severities")
        .then()
        .statusCode(200)
        .body(containsString("Schweregrade"), containsString("Bestätigen binnen"));
  }
}
