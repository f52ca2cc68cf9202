package io.watchbill.escalation.messages;

import static io.watchbill.escalation.testing.Browser.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Browser;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent to whom, alarms, and events that wait for an admin, as a browser sees them. */
@QuarkusTest
class MessagesPagesTest extends FromOutside {
  private final Browser browser = Browser.of(TestKeys.viewer());
  private Incident incident;

  @BeforeEach
  void pagesAndAnAlarm() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("first", "primary"), step("empty", "empty", "\"branch\": \"other\""));
    incident = open(new Incident(own, "P1", now()).withTitle(HOSTILE));
    linkOf("alice");
    soon(() -> assertThat(alarms(incident)).isNotEmpty());
  }

  private String messages(String more) {
    return browser.page("/messages?incident=" + incident.id + more);
  }

  @Test
  void eachAttemptIsARowWithItsDestinationMasked() {
    soon(
        () ->
            assertThat(messages(""))
                .contains(
                    named("alice"),
                    named("alice").substring(0, 1) + "…@example.org",
                    "class=\"good\"",
                    "policy",
                    "<time datetime=")
                .doesNotContain(mail("alice"), "<img"));
    assertThat(browser.in("de").page("/messages?incident=" + incident.id))
        .contains("Ziel", "Versuch", "Nachrichten");
  }

  @Test
  void theFiltersStandInTheUrlAndStayInTheForm() {
    soon(() -> assertThat(messages("&state=sent")).contains(named("alice")));
    assertThat(messages("&state=queued")).contains("No messages here.");
    assertThat(messages("&person=" + named("alice"))).contains("data-label=\"Destination\"");
    assertThat(messages("&person=" + named("bob"))).contains("No messages here.", named("bob"));
    assertThat(messages("&since=2001-01-01T00:00")).contains("data-label=\"Destination\"");
    assertThat(messages("&until=2001-01-01T00:00"))
        .contains("No messages here.", "value=\"2001-01-01T00:00\"");
    browser.get("/messages?since=soon").statusCode(400).body(containsString("such as 2026-12-24"));
    browser.get("/messages?state=odd").statusCode(400);
    browser.get("/messages?incident=odd").statusCode(400);
    browser.get("/messages?cursor=odd").statusCode(400);
    browser
        .get("/messages?person=" + "%3Cimg%20src=x%3E")
        .statusCode(200)
        .body(containsString("&lt;img src=x&gt;"));
  }

  @Test
  void whatWasSentToAPersonIsLookedForInTwoWeeks() {
    assertThat(browser.page("/messages?person=" + named("alice")))
        .containsPattern("name=\"since\" value=\"2[0-9-]+T[0-9:]+\"");
  }

  @Test
  void olderMessagesComeAfterTheNewest() {
    Incident second = open("P2");
    soon(() -> assertThat(paged(second)).contains("alice"));
    String newest =
        browser.page("/messages?limit=1&since=2001-01-01T00:00&person=" + named("alice"));
    assertThat(newest).contains(second.id).doesNotContain(incident.id);

    String next = newest.replaceAll("(?s).*href=\"(/messages[?][^\"]*cursor=[^\"]*)\".*", "$1");
    assertThat(browser.page(next.replace("&amp;", "&")))
        .contains(incident.id)
        .doesNotContain(second.id);
  }

  @Test
  void whatNobodyTypesHarmsNobody() {
    for (String odd : new String[] {"%00", "%FF%FE", "%F0%9F%98%80", "'--", "%25"}) {
      browser.get("/messages?person=a" + odd).statusCode(oneOf(200, 400));
      browser.get("/alarms?kind=a" + odd).statusCode(oneOf(200, 400));
      browser.get("/policies/a" + odd).statusCode(oneOf(400, 404));
      browser.get("/contact-methods/a" + odd).statusCode(oneOf(200, 400));
      browser
          .get("/policies/" + own + "/dry-run?severity=P1&tags=a" + odd)
          .statusCode(oneOf(200, 400));
    }
  }

  @Test
  void alarmsSayWhatWasWrong() {
    assertThat(browser.page("/alarms?incident=" + incident.id))
        .contains("nobody-on-call", "nobody is on call as empty of " + own, "other")
        .doesNotContain("<img");
    assertThat(browser.page("/alarms?kind=no-policy&incident=" + incident.id))
        .contains("No alarms here.");
    assertThat(browser.page("/alarms?limit=1")).contains("datetime=");
    assertThat(browser.in("de").page("/alarms")).contains("Alarme", "Ausgelöst");
    browser.get("/alarms?incident=odd").statusCode(400);
  }

  @Test
  void anAdminSendsAParkedEventAgainOrDropsIt() {
    String id = parked();
    Browser admin = Browser.admin();
    String path = "/parked-events/escalation";
    assertThat(admin.page(path + "?limit=500"))
        .contains(id, "of.test", "&lt;img src=x", "Send again")
        .doesNotContain("<img");

    admin.send(path + "/" + id + "/retry", Map.of()).statusCode(303);
    String other = parked();
    admin.send(path + "/" + other + "/drop", Map.of()).statusCode(303);

    assertThat(admin.page(path + "?limit=500")).doesNotContain(other);
    browser.get(path).statusCode(403);
    browser.send(path + "/" + id + "/drop", Map.of()).statusCode(403);
    assertThat(admin.page("/messages")).contains("/parked-events/escalation");
    assertThat(browser.page("/messages")).doesNotContain("/parked-events/escalation");
  }

  private static String parked() {
    String id = Ids.next().toString();
    plant(
        "INSERT INTO outbox (id, destination, type, subject, priority, created_at,"
            + " next_attempt_at, parked_at, last_error) VALUES ('"
            + id
            + "', 'nobody', 'of.test', '"
            + HOSTILE
            + "', 0, now(), now(), now(), 'the receiver answered 413')");
    return id;
  }
}
