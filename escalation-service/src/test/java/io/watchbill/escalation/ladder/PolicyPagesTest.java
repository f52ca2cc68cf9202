package io.watchbill.escalation.ladder;

import static io.watchbill.escalation.testing.Browser.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Browser;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of policies, as a browser without JavaScript uses them. */
@QuarkusTest
class PolicyPagesTest extends FromOutside {
  private final Browser browser = Browser.admin();

  @BeforeEach
  void people() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice");
  }

  private String text(String more) {
    return """
    name: %s
    defaultFor: [%s]
    steps:
    - name: primary
      notify: [{rotation: %s, role: primary}]
    %s
    """
        .formatted(own, own, own, more);
  }

  @Test
  void theListSaysWhomEachPolicyServes() {
    policy(step("primary", "primary"));

    putPolicy(named("b"), "\"fallback\": false", step("primary", "primary"));

    assertThat(browser.page("/policies?limit=1")).contains("?cursor=");
    assertThat(browser.page("/policies?limit=500"))
        .contains("/policies/" + own + "\"", "<bdi>" + own, "New policy", "incidents that name it");
    assertThat(Browser.of(TestKeys.viewer()).page("/policies")).doesNotContain("New policy");
    browser.send("/policies/" + named("b") + "/archive", Map.of("version", "")).statusCode(303);
  }

  @Test
  void theLadderIsSaidInWords() {
    policy(
        step("first", "primary", "\"repeat\": {\"every\": \"PT5M\", \"times\": 2}"),
        step(
            "second",
            "secondary",
            "\"after\": \"P2D\", \"when\": {\"severity\": [\"P0\", \"P1\"], \"tags\": [\"leak\"]},"
                + " \"while\": \"open\", \"ifNobody\": {\"fallback\": {\"person\": \"%s\"}}"
                    .formatted(named("alice"))));

    assertThat(browser.page("/policies/" + own))
        .contains(
            "<ol class=\"ladder\">",
            "immediately, again every 5 min, 2×",
            "primary of " + own,
            "2 days after the trigger",
            "severity P0, P1",
            "tagged leak",
            "As long as the incident is open",
            "If nobody is there, pages instead",
            "If nobody is there, it is skipped.",
            "incidents of " + own,
            "Archive");
    assertThat(browser.in("de").page("/policies/" + own))
        .contains("sofort, wieder alle 5 min, 2×", "2 Tage nach der Auslösung", "Regeln");
  }

  @Test
  void hostileNamesAreShownAsText() {
    putPolicy(own, "\"fallback\": false", step(HOSTILE, "primary"));
    browser
        .send(
            "/policies/" + own + "/edit",
            Map.of(
                "version",
                version(),
                "text",
                text("").replace("name: " + own, "name: '" + HOSTILE + "'")))
        .statusCode(303);

    for (String path : new String[] {"/policies/" + own, "/policies/" + own + "/edit"}) {
      assertThat(browser.page(path)).contains("&lt;img src=x").doesNotContain("<img");
    }
  }

  private String version() {
    return Browser.valueOf("version", browser.page("/policies/" + own + "/edit"));
  }

  @Test
  void aPolicyIsMadeReadChangedAndArchived() {
    assertThat(browser.page("/policies/new")).contains("<textarea", "steps:");
    browser
        .send("/policies/new", Map.of("id", own, "version", "", "text", text("")))
        .statusCode(303)
        .header("Location", endsWith("/policies/" + own));

    String form = browser.page("/policies/" + own + "/edit");
    assertThat(form).contains("- name: primary", "notify: [{rotation: " + own);
    browser
        .send(
            "/policies/" + own + "/edit",
            Map.of("version", version(), "text", text("repeat: {times: 3}")))
        .statusCode(303);
    assertThat(browser.page("/policies/" + own)).contains("all steps run again, 3×");

    browser.send("/policies/" + own + "/archive", Map.of("version", version())).statusCode(303);
    browser.get("/policies/" + own).statusCode(404);
  }

  @Test
  void whatIsWrongIsSaidByItsLineAndNothingTypedIsLost() {
    String typed = text("  ifNobdy: skip # <b>");
    browser
        .send("/policies/new", Map.of("id", own, "version", "", "text", typed))
        .statusCode(400)
        .body(containsString("Line 6"))
        .body(containsString("<code>  ifNobdy: skip # &lt;b&gt;</code>"))
        .body(containsString("value=\"" + own + "\""))
        .body(containsString("aria-invalid=\"true\""))
        .body(not(containsString("<b>")));
    browser
        .in("de")
        .send("/policies/new", Map.of("id", own, "version", "", "text", "steps: [: :"))
        .statusCode(400)
        .body(containsString("Zeile 1"));
    browser
        .send("/policies/new", Map.of("id", "Not An Id", "version", "", "text", text("")))
        .statusCode(400)
        .body(containsString("value=\"Not An Id\""));
  }

  @Test
  void whatSomebodyElseHasChangedIsShownBesideWhatWasTyped() {
    policy(step("primary", "primary"));
    String seen = version();
    policy(step("theirs", "primary"));

    String answer =
        browser
            .send(
                "/policies/" + own + "/edit",
                Map.of("version", seen, "text", text("repeat: {times: 7}")))
            .statusCode(412)
            .body(containsString("somebody else has changed it"))
            .body(containsString("repeat: {times: 7}"))
            .body(containsString("name: theirs"))
            .extract()
            .asString();
    browser
        .send(
            "/policies/" + own + "/edit",
            Map.of("version", Browser.valueOf("version", answer), "text", text("")))
        .statusCode(303);
  }

  @Test
  void aNewPolicyReplacesNone() {
    policy(step("theirs", "primary"));

    browser
        .send("/policies/new", Map.of("id", own, "version", "", "text", text("")))
        .statusCode(400)
        .body(containsString("already"));
    assertThat(browser.page("/policies/" + own)).contains("theirs");
  }

  @Test
  void whoMayNotChangeItIsTold() {
    policy(step("primary", "primary"));

    Browser viewer = Browser.of(TestKeys.viewer());
    assertThat(viewer.page("/policies/" + own)).doesNotContain("/edit\"");
    viewer.get("/policies/" + own + "/edit").statusCode(403);
    viewer.send("/policies/" + own + "/edit", Map.of("text", text(""))).statusCode(403);
    viewer.send("/policies/" + own + "/archive", Map.of("version", "0")).statusCode(403);
    viewer.send("/policies/new", Map.of("id", own, "text", text(""))).statusCode(403);
  }

  @Test
  void theCheckSaysWhoWouldBePagedNowAndWhatIsFound() {
    policy(step("primary", "primary"), step("typo", "primray", "\"after\": \"PT20M\""));

    soon(
        () ->
            assertThat(browser.page("/policies/" + own + "/check"))
                .contains("An incident P1 now would page", "email", "is verified.")
                .contains("has no role primray"));
    assertThat(browser.page("/fragments/escalation/policies/" + own))
        .contains("Findings")
        .doesNotContain("<html");
  }
}
