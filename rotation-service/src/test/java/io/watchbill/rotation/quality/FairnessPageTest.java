package io.watchbill.rotation.quality;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.rotation.fairness.UnevenRotation;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of fairness and coverage, as a browser without JavaScript uses it. */
@QuarkusTest
class FairnessPageTest extends UnevenRotation {
  private static final String FOUR_WEEKS = "?from=2026-12-28&to=2027-01-24";

  private String path() {
    return "/schedules/" + id + "/fairness";
  }

  private void named(String person, String name) {
    admin()
        .body(Map.of("name", name, "timeZone", "UTC"))
        .put("/v1/people/" + person)
        .then()
        .statusCode(200);
  }

  @Test
  void hoursOfEachPersonAreABarAndANumber() {
    named(alice, "Alice");

    String html = page(browser(TestKeys.viewer()), path() + FOUR_WEEKS);

    assertThat(html)
        .contains("role=\"img\"", "Hours on call", "Alice 336 h", "<th scope=\"row\"><bdi>Alice")
        .containsPattern("<rect class=\"bar\" x=\"0\" y=\"20\" width=\"320\" height=\"12\"/>")
        .doesNotContain("style=");
  }

  @Test
  void theRatingOfTheCoverageIsShownWithItsParts() {
    assertThat(page(browser(TestKeys.viewer()), path()))
        .contains(
            "of 100 for the next 60 days",
            "Somebody is on call 100 %",
            "Everybody can be reached ?",
            "the escalation-service did not answer");
  }

  @Test
  void problemsOfTheComingShiftsAreListed() {
    admin()
        .body(Map.of("from", "2027-01-05T00:00:00Z", "to", "2027-01-06T00:00:00Z"))
        .post("/v1/people/" + bob + "/absences")
        .then()
        .statusCode(201);

    assertThat(page(browser(TestKeys.viewer()), path())).contains("On call while absent");
  }

  @Test
  void namesAreTextAndGermanIsSpoken() {
    named(alice, HOSTILE);

    assertThat(page(browser(TestKeys.viewer()).header("Accept-Language", "de"), path()))
        .contains("Stunden in Bereitschaft", "Jemand hat Bereitschaft", "&lt;img src=x")
        .contains("Stunden ohne jemanden in Bereitschaft", "nichts gefunden")
        .doesNotContain("nobody on call", "nothing found");
  }

  @Test
  void whatCannotBeShownSaysWhyAtItsFieldAndKeepsWhatWasTyped() {
    String backwards = path() + "?from=2027-01-24&to=2026-12-28";

    assertThat(shown(browser(TestKeys.viewer()).get(backwards).then().statusCode(400)))
        .contains("must lie after", "value=\"2026-12-28\"", "aria-invalid");
    assertThat(shown(browser(TestKeys.viewer()).get(path() + "?from=x").then().statusCode(400)))
        .contains("A day, such as 2026-12-24.", "value=\"x\"");
    browser(TestKeys.viewer()).get(path() + "?role=captain").then().statusCode(404);
  }

  @Test
  void onlyWhoMayLookSeesIt() {
    browser(TestKeys.viewer())
        .get("/schedules/" + unique("x") + "/fairness")
        .then()
        .statusCode(404);
    browser(TestKeys.integration(unique("x"))).get(path()).then().statusCode(403);
  }
}
