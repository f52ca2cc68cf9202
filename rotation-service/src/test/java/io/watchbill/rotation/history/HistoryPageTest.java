package io.watchbill.rotation.history;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a schedule's versions, as a browser without JavaScript uses it. */
@QuarkusTest
class HistoryPageTest {
  private final String id = unique("changed");
  private final String path = "/schedules/" + id + "/history";
  private final String author = unique("author");

  /** An admin makes it with alice, and a manager puts bob in her place. */
  @BeforeEach
  void twoVersions() {
    rotation(id, standing("primary", "alice"));
    people(author);
    TestKeys.grant(author, "manager", "security");
    as(TestKeys.person(author))
        .body(body(standing("primary", "bob")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void eachVersionSaysWhoMadeItAndWhatItChanged() {
    String html = page(browser(TestKeys.viewer()), path);

    assertThat(html)
        .contains("Version 2", "in force", author.toUpperCase(Locale.ROOT))
        .contains("Version 1", "The first version.")
        .containsPattern("<ins>\\+ [^<]*&quot;bob&quot;")
        .containsPattern("<del>- [^<]*&quot;alice&quot;");
  }

  @Test
  void theApiSaysWhoMadeAVersionToo() {
    admin()
        .get("/v1/rotations/" + id + "/versions")
        .then()
        .body("items.version", contains(2, 1))
        .body("items[0].author", equalTo("person:" + author))
        .body("items[0].madeAt", notNullValue());
  }

  @Test
  void aPlannedVersionIsMarked() {
    admin()
        .body(
            body(standing("primary", "carol"))
                .replaceFirst("\\{", "{\"effectiveFrom\": \"2029-01-01T00:00:00Z\", "))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    assertThat(page(browser(TestKeys.viewer()), path)).contains("planned", "2029");
  }

  @Test
  void manyVersionsAreShownInParts() {
    for (int i = 0; i < 10; i++) {
      admin()
          .body(body(standing("primary", i % 2 == 0 ? "alice" : "bob")))
          .put("/v1/rotations/" + id)
          .then()
          .statusCode(200);
    }

    assertThat(page(browser(TestKeys.viewer()), path))
        .contains("Version 12", "Version 3<", "?before=3")
        .doesNotContain("Version 2<", "The first version.");
    assertThat(page(browser(TestKeys.viewer()), path + "?before=3"))
        .contains("Version 2<", "The first version.")
        .doesNotContain("Older versions");
  }

  @Test
  void namesAreTextAndGermanIsSpoken() {
    admin()
        .body(Map.of("name", HOSTILE, "timeZone", "UTC"))
        .put("/v1/people/" + author)
        .then()
        .statusCode(200);

    assertThat(page(browser(TestKeys.viewer()).header("Accept-Language", "de"), path))
        .contains("Fassung 2", "Geändert von", "&lt;img src=x");
  }

  @Test
  void onlyWhoMayLookSeesIt() {
    browser(TestKeys.viewer()).get("/schedules/" + unique("x") + "/history").then().statusCode(404);
    browser(TestKeys.viewer()).get(path + "?before=x").then().statusCode(400);
    browser(TestKeys.integration(unique("x"))).get(path).then().statusCode(403);
  }
}
