package io.watchbill.rotation.access;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.once;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.post;
import static io.watchbill.rotation.board.PageBrowser.send;
import static io.watchbill.rotation.board.PageBrowser.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of keys and rights, as a browser without JavaScript uses them. */
@QuarkusTest
class KeysPageTest {
  private static final Pattern KEY = Pattern.compile(">(wb_([^_<]+)_[^<…]+)<");

  private final String robot = unique("robot");

  private static RequestSpecification anAdmin() {
    return browser(TestKeys.admin());
  }

  private Map<String, String> form(String scope, String expires) {
    return Map.of(
        "once", once(page(anAdmin(), "/keys")),
        "kind", "automation",
        "principal", robot,
        "scope", scope,
        "expires", expires);
  }

  @Test
  void aKeyIsShownOnceAndCanBeRevoked() {
    Map<String, String> form = form("viewer", "2099-12-31");
    String made = shown(post(anAdmin(), "/keys", form).statusCode(201));
    Matcher key = KEY.matcher(made);
    assertThat(key.find()).isTrue();
    as(key.group(1)).get("/v1/people?limit=1").then().statusCode(200);
    assertThat(shown(post(anAdmin(), "/keys", form))).doesNotContain(key.group(1));

    String listed = page(anAdmin(), "/keys?kind=automation&principal=" + robot);
    assertThat(listed).contains(key.group(2), "viewer", "2099").doesNotContain(key.group(1));
    send(anAdmin(), "/keys/" + key.group(2) + "/revoke", Map.of());
    as(key.group(1)).get("/v1/caller").then().statusCode(401);
    assertThat(page(anAdmin(), "/keys?principal=" + robot)).contains("revoked");
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
    assertThat(shown(post(anAdmin(), "/keys", form("admin", "2001-02-03")).statusCode(400)))
        .contains("must expire in the future", robot, "value=\"admin\" checked");
    Map<String, String> hostile = Map.of("kind", "automation", "principal", HOSTILE);
    assertThat(shown(post(anAdmin(), "/keys", hostile).statusCode(400)))
        .contains("principal-wrong", "&lt;img src=x")
        .doesNotContain("<img");
  }

  @Test
  void theLastAdminKeepsTheirKeyAndGermanIsSpoken() {
    assertThat(page(anAdmin().header("Accept-Language", "de"), "/keys"))
        .contains("Schlüssel anlegen", "Umfang");
    post(anAdmin(), "/keys/nonsense/revoke", Map.of()).statusCode(404);
  }

  @Test
  void rightsAreListedGivenAndTaken() {
    String person = unique("ann");
    people(person);
    team("keys-page");
    Map<String, String> form =
        Map.of("kind", "person", "principal", person, "right", "manager", "team", "keys-page");
    send(anAdmin(), "/keys/rights", form);
    admin().get("/v1/grants/person/" + person).then().body("grants.team", contains("keys-page"));
    assertThat(page(anAdmin(), "/keys/rights")).contains("keys-page");

    send(anAdmin(), "/keys/rights/take", form);
    admin().get("/v1/grants/person/" + person).then().body("grants", empty());

    Map<String, String> nobody =
        Map.of("kind", "person", "principal", unique("nobody"), "right", "viewer", "team", "");
    assertThat(shown(post(anAdmin(), "/keys/rights", nobody).statusCode(404)))
        .contains("Not done", "value=\"nobody-");
  }

  @Test
  void onlyAdminsSeeThem() {
    String manager = TestKeys.automation("keys-manager", "manager");
    browser(manager).get("/keys").then().statusCode(403);
    browser(manager).get("/keys/rights").then().statusCode(403);
    post(browser(manager), "/keys", Map.of("kind", "person")).statusCode(403);
    post(browser(manager), "/keys/rights", Map.of("kind", "person")).statusCode(403);
    assertThat(page(browser(manager), "/me")).doesNotContain("href=\"/keys\"");
    assertThat(page(anAdmin(), "/me")).contains("href=\"/keys\"");
  }
}
