package io.watchbill.escalation.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Browser;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of a policy that somebody pastes into a page. */
@QuarkusTest
class PolicyTestsPageTest extends FromOutside {
  private final Browser browser = Browser.of(TestKeys.viewer());

  @BeforeEach
  void policy() {
    rotation("primary", "alice");
    policy(step("primary", "primary"));
  }

  private String path() {
    return "/policies/" + own + "/tests";
  }

  private Map<String, String> tests(String name, String paged) {
    return Map.of(
        "text",
        """
        onCall: {%s: {primary: [carol]}}
        tests:
        - name: %s
          at: 2026-12-24T02:00:00Z
          facts: {severity: P1}
          within: PT1M
          expect: [{paged: %s}]
        """
            .formatted(own, name, paged));
  }

  @Test
  void testsThatPassAreNamed() {
    assertThat(browser.page(path())).contains("expect:");
    browser
        .send(path(), tests("\"<b>night\"", "carol"))
        .statusCode(200)
        .body(containsString("All tests passed."), containsString("<bdi>&lt;b&gt;night"));
  }

  @Test
  void aTestThatFailsSaysWhereAndWhatAndIsKept() {
    browser
        .in("de")
        .send(path(), tests("\"<b>night\"", "dave"))
        .statusCode(422)
        .body(containsString("Zeile 3"), containsString("expected dave"))
        .body(containsString("expect: [{paged: dave}]"))
        .body(not(containsString("<b>")));
    browser
        .send(path(), Map.of("text", "tests: []"))
        .statusCode(400)
        .body(containsString("The file must contain"));
    browser.get("/policies/none-here/tests").statusCode(404);
  }
}
