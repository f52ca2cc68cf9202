package io.watchbill.escalation.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Browser;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who would be paged, when, how and why, on a page that can be linked. */
@QuarkusTest
class DryRunPageTest extends FromOutside {
  private final Browser browser = Browser.of(TestKeys.viewer());

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice");
    policy(
        step("first", "primary"),
        step("second", "secondary", "\"after\": {\"sla\": \"acknowledge\"}"),
        step("third", "primary", "\"when\": {\"tags\": [\"ransomware\"]}"));
    soon(() -> assertThat(rotations.asked(own)).isPositive());
    turnsPass();
  }

  private String path(String query) {
    return "/policies/" + own + "/dry-run" + query;
  }

  @Test
  void aFormIsShownBeforeAnythingIsAsked() {
    assertThat(browser.page(path(""))).contains("Run</button>").doesNotContain("Who would be");
  }

  @Test
  void itIsATableOfPagesWithTheirChannelsReasonsAndWarnings() {
    String shown = browser.page(path("?severity=P1&sla=15&tags="));

    assertThat(shown)
        .contains(
            "<th scope=\"row\"><bdi>" + named("alice"),
            "data-label=\"Channel\">email",
            "on call as secondary of",
            named("bob") + " has no contact method.",
            "No contact method of " + named("alice") + " is verified.");
  }

  @Test
  void stepsThatAreNotTakenSayWhy() {
    assertThat(browser.page(path("?severity=P1&sla=15")))
        .contains("Steps that are not taken", "the incident has no tag [ransomware]");
    assertThat(browser.page(path("?severity=P1&sla=15&tags=ransomware,%20leak")))
        .contains("tagged ransomware")
        .doesNotContain("the incident has no tag");
  }

  @Test
  void anAcknowledgementEndsIt() {
    assertThat(browser.page(path("?severity=P1&sla=15&by=" + named("alice") + "&after=5")))
        .doesNotContain("<bdi>" + named("bob"));
  }

  @Test
  void theTimeIsOfTheZoneOfTheLink() {
    Instant at = now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES);
    String local = LocalDateTime.ofInstant(at, ZoneId.of("Asia/Tokyo")).toString();

    assertThat(browser.page(path("?severity=P1&zone=Asia/Tokyo&at=" + local)))
        .contains("datetime=\"" + at, "time in Asia/Tokyo", "value=\"" + local);
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndKept() {
    browser
        .get(path("?severity=P1&at=soon&tags=leak"))
        .statusCode(400)
        .body(containsString("A day and a time"), containsString("value=\"leak\""));
    browser.get(path("?severity=P1&at=2030-01-02T03:00&zone=Moon/Sea&tags=leak")).statusCode(400);
    browser.get(path("?severity=worst&sla=x")).statusCode(400);
    browser.get("/policies/none-here/dry-run").statusCode(404);
  }

  @Test
  void itSpeaksGerman() {
    assertThat(browser.in("de").page(path("?severity=P1&sla=15")))
        .contains("Wer alarmiert würde", "Schwere", "hat keinen Kontaktweg");
  }
}
