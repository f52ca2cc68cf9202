package io.watchbill.rotation.me;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.once;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.post;
import static io.watchbill.rotation.board.PageBrowser.send;
import static io.watchbill.rotation.board.PageBrowser.shown;
import static io.watchbill.rotation.board.PageBrowser.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import io.watchbill.testkit.TestSessions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of who is signed in, as a browser without JavaScript uses it. */
@QuarkusTest
class MyPageTest {
  private final String person = unique("me");

  @BeforeEach
  void aPersonWhoMayLook() {
    people(person);
    TestKeys.grant(person, "viewer", "");
  }

  private String key() {
    return TestKeys.person(person);
  }

  private static String found(String html, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(html);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void itSaysWhetherIAmOnCallAndWhenNext() {
    assertThat(page(browser(key()), "/me")).contains("You are not on call.", "No shift in the");
    String rotation = unique("mine");
    rotation(rotation, standing("primary", person));

    assertThat(page(browser(key()), "/me"))
        .contains(
            "You are on call as primary of Security",
            "/schedules/" + rotation,
            "/fragments/escalation/mine",
            "/fragments/escalation/contact-methods")
        .doesNotContain("No shift in the");
  }

  @Test
  void itSpeaksGermanAndShowsNamesAsText() {
    admin()
        .body(Map.of("name", HOSTILE, "timeZone", "UTC"))
        .put("/v1/people/" + person)
        .then()
        .statusCode(200);

    assertThat(page(browser(key()).header("Accept-Language", "de"), "/me"))
        .contains("Sie haben keine Bereitschaft.", "&lt;img src=x", "Persönliche Schlüssel");
  }

  @Test
  void nameAndTimeZoneAreMineToChange() {
    String revision = found(page(browser(key()), "/me"), "name=\"revision\" value=\"([^\"]+)\"");
    Map<String, String> form =
        Map.of("revision", revision, "name", HOSTILE, "timeZone", "Europe/Paris");
    send(browser(key()), "/me/profile", form);

    assertThat(page(browser(key()), "/me")).contains("value=\"&lt;img src=x", "Europe/Paris");
    assertThat(shown(post(browser(key()), "/me/profile", form).statusCode(412)))
        .contains("read it again");
  }

  @Test
  void aTimeZoneThatDoesNotExistIsSaidAtItsField() {
    String revision = found(page(browser(key()), "/me"), "name=\"revision\" value=\"([^\"]+)\"");

    assertThat(
            shown(
                post(
                        browser(key()),
                        "/me/profile",
                        Map.of("revision", revision, "name", "Mo", "timeZone", "Mars/Olympus"))
                    .statusCode(400)))
        .contains("there is no such time zone", "value=\"Mars/Olympus\"", "value=\"Mo\"");
    post(browser(TestKeys.viewer()), "/me/profile", Map.of("name", "x", "timeZone", "UTC"))
        .statusCode(200);
  }

  @Test
  void whatIsNoPersonIsToldSo() {
    assertThat(page(browser(TestKeys.viewer()), "/me"))
        .contains("This page is for people", "automation:viewer");
    assertThat(page(browser(TestKeys.service()), "/me")).contains("is not a person");
  }

  @Test
  void aCalendarAddressIsShownOnceAndCanBeRevoked() {
    Map<String, String> form = Map.of("once", once(page(browser(key()), "/me")));
    String made = shown(post(browser(key()), "/me/calendars", form).statusCode(201));
    String address = found(made, "(/v1/feeds/[^/]+/shifts.ics)");
    browser(key()).get(address).then().statusCode(200);

    assertThat(shown(post(browser(key()), "/me/calendars", form)))
        .contains("This form was sent before")
        .doesNotContain("shifts.ics");
    as(key()).get("/v1/feeds").then().body("items", hasSize(1));

    String id = found(page(browser(key()), "/me"), "/me/calendars/([^/]+)/revoke");
    send(browser(key()), "/me/calendars/" + id + "/revoke", Map.of());
    browser(key()).get(address).then().statusCode(404);
  }

  @Test
  void sessionsAreListedAndEnded() {
    String mine = TestSessions.person(person);
    String lost = TestSessions.person(person);
    String old = TestSessions.person(person);
    List<String> ids =
        as(key()).get("/v1/sessions").then().extract().jsonPath().getList("items.id");

    assertThat(page(signedIn(mine), "/me")).contains("Firefox on Linux", "this one");
    send(signedIn(mine), "/me/sessions/" + ids.getFirst() + "/end", Map.of());
    as(key()).get("/v1/sessions").then().body("items", hasSize(2));

    send(signedIn(mine), "/me/sessions/end-others", Map.of());
    as(key()).get("/v1/sessions").then().body("items", hasSize(1));
    page(signedIn(mine), "/me");
    signedIn(lost).get("/me").then().statusCode(303);
    signedIn(old).get("/me").then().statusCode(303);
  }

  @Test
  void somebodyElsesSessionIsNotEnded() {
    String other = unique("other");
    people(other);
    TestSessions.person(other);
    String id = admin().get("/v1/sessions?person=" + other).then().extract().path("items[0].id");

    post(browser(key()), "/me/sessions/" + id + "/end", Map.of()).statusCode(403);
  }

  @Test
  void aPersonalKeyIsShownOnceAndCanBeRevoked() {
    Map<String, String> form =
        Map.of("once", once(page(browser(key()), "/me")), "expires", "2099-12-31");
    String made = shown(post(browser(key()), "/me/keys", form).statusCode(201));
    String secret = found(made, ">(wb_[^<]+)<");
    as(secret).get("/v1/caller").then().statusCode(200);
    assertThat(shown(post(browser(key()), "/me/keys", form))).doesNotContain(secret);

    String id = found(secret, "wb_([^_]+)_");
    assertThat(page(browser(key()), "/me")).contains("wb_" + id, "2099").doesNotContain(secret);
    send(browser(key()), "/me/keys/" + id + "/revoke", Map.of());
    as(secret).get("/v1/caller").then().statusCode(401);
  }

  @Test
  void aKeyThatCannotBeMadeSaysWhyAndKeepsWhatWasTyped() {
    Map<String, String> form = Map.of("expires", "2001-02-03");
    assertThat(shown(post(browser(key()), "/me/keys", form).statusCode(400)))
        .contains("Not done", "must expire in the future", "value=\"2001-02-03\"");
    assertThat(shown(post(browser(key()), "/me/keys", Map.of("expires", "soon")).statusCode(400)))
        .contains("A day, such as", "value=\"soon\"");
  }

  @Test
  void othersKeysAreOutOfReach() {
    String other = unique("other");
    people(other);
    String id =
        admin()
            .body(Map.of("kind", "person", "principal", other))
            .post("/v1/keys")
            .then()
            .extract()
            .path("id");

    post(browser(key()), "/me/keys/" + id + "/revoke", Map.of()).statusCode(403);
    as(key())
        .body(Map.of("kind", "person", "principal", other))
        .post("/v1/keys")
        .then()
        .statusCode(403);
    as(key()).get("/v1/keys?kind=person&principal=" + other).then().statusCode(403);
    as(key()).get("/v1/keys?kind=person&principal=" + unique("nobody")).then().statusCode(403);
    as(key()).get("/v1/sessions").then().body("items", empty());
  }
}
