package io.watchbill.rotation.session;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.session.Browser.call;
import static io.watchbill.rotation.session.Browser.enter;
import static io.watchbill.rotation.session.Browser.key;
import static io.watchbill.rotation.session.Browser.page;
import static io.watchbill.rotation.session.Browser.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.rotation.board.PageBrowser;
import io.watchbill.testkit.TestKeys;
import io.watchbill.testkit.TestSessions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by a key, and out again. */
@QuarkusTest
class SignInTest {
  private final String person = unique("browsing");
  private String key;

  @BeforeEach
  void aPersonWithAKey() {
    people(person);
    key = key(person);
  }

  @Test
  void theFormAsksForAKeyAndIsKeptByNobody() {
    page()
        .urlEncodingEnabled(false)
        .get("/sign-in?return=/v1/people%3Flimit=1")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .body(containsString("type=\"password\""))
        .body(containsString("autocomplete=\"current-password\""))
        .body(containsString("name=\"return\" value=\"/v1/people?limit=1\""));
  }

  @Test
  void whoEntersTheirKeyIsSignedIn() {
    var answer = enter(key, "/v1/people?limit=1");

    answer
        .then()
        .statusCode(303)
        .header("Location", "/v1/people?limit=1")
        .header("Cache-Control", "no-store")
        .header("Set-Cookie", containsString("; HttpOnly; SameSite=Lax; "))
        .header("Set-Cookie", containsString("; Path=/; "))
        .header("Set-Cookie", not(containsString("Secure")));
    call(Browser.session(answer))
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("kind", equalTo("person"), "id", equalTo(person));
  }

  @Test
  void spacesAroundAKeyThatWasCopiedDoNotMatter() {
    enter(" " + key + "\n").then().statusCode(303);
  }

  @Test
  void anAutomationSignsInWithItsScopes() {
    String robot =
        Browser.made(
                Map.of(
                    "kind", "automation",
                    "principal", unique("robot"),
                    "scopes", List.of("viewer")))
            .path("key");

    String session = signIn(robot);

    call(session).get("/v1/people?limit=1").then().statusCode(200);
    call(session).get("/v1/keys").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wb_000000000000_00000000000000000000000000000000",
        "nonsense",
        "<script>alert(1)</script>",
        "{name}"
      })
  void aWrongKeyIsSaidAtItsField(String wrong) {
    enter(wrong, "/v1/people")
        .then()
        .statusCode(401)
        .contentType("text/html")
        .header("Set-Cookie", nullValue())
        .body(containsString("This key is not valid"))
        .body(containsString("aria-describedby=\"key-error key-help\""))
        .body(containsString("value=\"/v1/people\""))
        .body(not(containsString(wrong)));
  }

  @Test
  void nothingIsNoKey() {
    enter(" ").then().statusCode(422).body(containsString("Enter your personal key."));
    page().contentType("application/x-www-form-urlencoded").post("/sign-in").then().statusCode(422);
  }

  @Test
  void thePagesSpeakGerman() {
    german()
        .get("/sign-in?return=/me")
        .then()
        .body(containsString("<html lang=\"de\""), containsString("Persönlicher Schlüssel"))
        .body(containsString("um zur gewünschten Seite zu kommen"));
    german()
        .contentType("application/x-www-form-urlencoded")
        .formParam("key", "nonsense")
        .post("/sign-in")
        .then()
        .statusCode(401)
        .body(containsString("Dieser Schlüssel gilt nicht"), containsString("Fehler: Anmelden"));
    String link = Browser.link(person);
    german().get(link).then().body(containsString("Als " + person.toUpperCase(Locale.ROOT)));
    german().post(link).then().statusCode(303);
    german().get(link).then().statusCode(410).body(containsString("gilt nicht mehr"));
    german()
        .get("/sign-in/x")
        .then()
        .statusCode(404)
        .body(containsString("Dieser Link gilt nicht<"));
  }

  private static RequestSpecification german() {
    return page().header("Accept-Language", "de-DE,de;q=0.9");
  }

  @Test
  void namesAreText() {
    people(person);
    admin()
        .body(Map.of("name", PageBrowser.HOSTILE, "timeZone", "UTC"))
        .put("/v1/people/" + person)
        .then()
        .statusCode(200);

    page()
        .get(Browser.link(person))
        .then()
        .statusCode(200)
        .body(containsString("&lt;img src=x"), not(containsString("<img")));
  }

  @Test
  void keysOfMachinesSignNobodyIn() {
    enter(TestKeys.integration(unique("sender")))
        .then()
        .statusCode(422)
        .header("Set-Cookie", nullValue())
        .body(containsString("key of an integration"));
    enter(TestKeys.service())
        .then()
        .statusCode(422)
        .header("Set-Cookie", nullValue())
        .body(containsString("key of a service"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        ""
      })
  void nobodyIsSentToAnotherSite(String back) {
    enter(key, back).then().statusCode(303).header("Location", "/");
    page()
        .queryParam("return", back)
        .get("/sign-in")
        .then()
        .statusCode(200)
        .body(containsString("name=\"return\" value=\"/\""));
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, ",
    "same-site, ",
    ", https://evil.example",
    ", null",
    ", ",
  })
  void anotherSiteSignsNobodyInOrOut(String site, String origin) {
    String session = signIn(key);
    for (String path : List.of("/sign-in", "/sign-out", Browser.link(person))) {
      var request =
          given()
              .cookie(TestSessions.COOKIE, session)
              .contentType("application/x-www-form-urlencoded")
              .formParam("key", key);
      if (site != null) {
        request.header("Sec-Fetch-Site", site);
      }
      if (origin != null) {
        request.header("Origin", origin);
      }
      request
          .post(path)
          .then()
          .statusCode(403)
          .header("Set-Cookie", nullValue())
          .body("type", equalTo("/errors.html#cross-site"));
    }
    assertThat(Browser.id(session)).isPresent();
  }

  @Test
  void byPlainHttpTheOriginOfThePublicUrlWillDo() {
    given()
        .redirects()
        .follow(false)
        .header("Origin", "http://localhost:8080")
        .contentType("application/x-www-form-urlencoded")
        .formParam("key", key)
        .post("/sign-in")
        .then()
        .statusCode(303);
  }

  @Test
  void whoSignsOutIsNotSignedInAnyMore() {
    String session = signIn(key);
    String other = signIn(key);

    page(session)
        .post("/sign-out")
        .then()
        .statusCode(303)
        .header("Location", "/sign-in")
        .header("Set-Cookie", containsString("watchbill=; "))
        .header("Set-Cookie", containsString("Max-Age=0"));

    call(session).get("/v1/caller").then().statusCode(401);
    call(other).get("/v1/caller").then().statusCode(200);
    page(session).post("/sign-out").then().statusCode(303);
    page().post("/sign-out").then().statusCode(303);
  }

  @Test
  void whoSignsInAgainLeavesTheSessionOfThatBrowser() {
    String before = signIn(key);

    String after =
        Browser.session(
            page(before)
                .contentType("application/x-www-form-urlencoded")
                .formParam("key", key)
                .post("/sign-in"));

    call(before).get("/v1/caller").then().statusCode(401);
    call(after).get("/v1/caller").then().statusCode(200);
  }

  @Test
  void aRevokedKeyEndsItsSessionsAndNoOthers() {
    String byAnother = signIn(key(person));
    String byLink = Browser.session(page().post(Browser.link(person)));
    String session = signIn(key);

    admin().delete("/v1/keys/" + key.substring(3, 15)).then().statusCode(204);

    call(session).get("/v1/caller").then().statusCode(401);
    call(byAnother).get("/v1/caller").then().statusCode(200);
    call(byLink).get("/v1/caller").then().statusCode(200);
    enter(key).then().statusCode(401);
  }

  @Test
  void archivingAPersonEndsTheirSessionsAndLinks() {
    String session = signIn(key);
    String byLink = Browser.session(page().post(Browser.link(person)));
    String link = Browser.link(person);

    admin().delete("/v1/people/" + person).then().statusCode(204);

    call(session).get("/v1/caller").then().statusCode(401);
    call(byLink).get("/v1/caller").then().statusCode(401);
    page().get(link).then().statusCode(410);
    page().post(link).then().statusCode(410).header("Set-Cookie", nullValue());
    people(person);
    page().post(link).then().statusCode(410);
    call(session).get("/v1/caller").then().statusCode(401);
  }

  @Test
  void anExpiredSessionLeadsToTheFormAndBack() {
    page(signedOut())
        .get("/v1/people?limit=1")
        .then()
        .statusCode(303)
        .header("Location", "/sign-in?return=%2Fv1%2Fpeople%3Flimit%3D1")
        .header("Set-Cookie", containsString("Max-Age=0"));
  }

  private String signedOut() {
    String session = signIn(key);
    page(session).post("/sign-out").then().statusCode(303);
    return session;
  }
}
