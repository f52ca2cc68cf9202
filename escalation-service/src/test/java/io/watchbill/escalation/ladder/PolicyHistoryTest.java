package io.watchbill.escalation.ladder;

import static io.watchbill.escalation.testing.Browser.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Browser;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a policy was, and who changed it: by the API and on its page. */
@QuarkusTest
class PolicyHistoryTest extends ServiceTest {
  private final Browser browser = Browser.of(TestKeys.viewer());

  @BeforeEach
  void twoVersions() {
    rotation("primary", "alice", "secondary", "bob");
    policy(step("first", "primary"));
    policy(step("first", "secondary"));
  }

  private String path() {
    return "/policies/" + own + "/history";
  }

  private String api() {
    return "/v1/policies/" + own + "/versions";
  }

  @Test
  void eachVersionSaysWhoMadeItWhenAndWhatItWas() {
    viewer()
        .get(api())
        .then()
        .statusCode(200)
        .body("items.version", contains(1, 0))
        .body("items[0].author", containsString(":"))
        .body("items[0].madeAt", notNullValue())
        .body("items[0].text", containsString("role: secondary"))
        .body("items[1].text", containsString("role: primary"));
  }

  @Test
  void thePageShowsTheLinesThatAVersionChanged() {
    assertThat(browser.page(path()))
        .contains("Version 1", "current", "Version 0", "The first version that is kept.")
        .containsPattern("<ins>\\+ [^<]*role: secondary")
        .containsPattern("<del>- [^<]*role: primary");
    assertThat(browser.in("de").page(path())).contains("Fassung 1", "Geändert von");
    assertThat(browser.page("/policies/" + own)).contains(path() + "\"");
  }

  @Test
  void whatChangesNothingIsNoVersion() {
    policy(step("first", "secondary"));

    viewer().get(api()).then().body("items", hasSize(2));
  }

  @Test
  void onlyTheNewestHundredAreKeptAndComeInParts() {
    for (int i = 0; i < 101; i++) {
      policy(step("step " + i, "primary"));
    }

    viewer()
        .get(api() + "?limit=500")
        .then()
        .body("items", hasSize(100))
        .body("items[0].version", equalTo(102))
        .body("items[99].version", equalTo(3));
    viewer()
        .get(api() + "?limit=1")
        .then()
        .body("items.version", contains(102))
        .header("Link", containsString("rel=\"next\""));
    assertThat(browser.page(path())).contains("Version 93<", "?before=93");
    assertThat(browser.page(path() + "?before=5"))
        .contains("Version 4<", "The first version that is kept.")
        .doesNotContain("Older versions");
  }

  @Test
  void archivingIsAVersionToo() {
    admin().delete("/v1/policies/" + own).then().statusCode(204);
    viewer().get(api()).then().statusCode(404);
    policy(step("first", "secondary"));

    viewer().get(api()).then().body("items.archived", contains(false, true, false, false));
    assertThat(browser.page(path())).contains("archived");
  }

  @Test
  void namesAreShownAsText() {
    policy(step(HOSTILE, "primary"));

    assertThat(browser.page(path())).contains("&lt;img src=x").doesNotContain("<img");
  }

  @Test
  void onlyWhoMayReadThePolicySeesIt() {
    browser.get("/policies/" + named("none") + "/history").statusCode(404);
    browser.get(path() + "?before=x").statusCode(400);
    Browser.of(TestKeys.integration(own)).get(path()).statusCode(403);
    viewer().get(api() + "?cursor=eA").then().statusCode(400);
  }

  @Test
  void theFormWritesAVersion() {
    String form = Browser.admin().page("/policies/" + own + "/edit");
    Browser.admin()
        .send(
            "/policies/" + own + "/edit",
            Map.of(
                "version",
                Browser.valueOf("version", form),
                "text",
                "steps: [{notify: [{person: " + named("alice") + "}]}]"))
        .statusCode(303)
        .header("Location", endsWith("/policies/" + own));

    viewer().get(api()).then().body("items", hasSize(3));
  }
}
