package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.watchbill.kit.access.KnownSessions;
import io.watchbill.kit.access.Principal.Kind;
import io.watchbill.kit.access.RandomToken;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session opens, and for how long. The public URL is {@code https://watchbill.example}. */
@QuarkusTest
class SessionsTest extends OfThings {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @Inject KnownSessions known;

  private final String person = unique("signed-in");
  private String token;

  @BeforeEach
  void signIn() {
    TestKeys.grant(person, "admin", "");
    token = TestSessions.person(person);
  }

  private static RequestSpecification by(String token) {
    return given()
        .cookie(TestSessions.COOKIE_OF_HTTPS, token)
        .contentType("application/json")
        .redirects()
        .follow(false);
  }

  private RequestSpecification signedIn() {
    return by(token);
  }

  private static void sql(String statement) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  @Test
  void whoIsSignedInIsThatPerson() {
    signedIn()
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("kind", equalTo("person"), "id", equalTo(person), "grants.right", hasItem("admin"));
    signedIn().get("/things").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "0123456789012345678901234567890123456789012", "%00"})
  void aCookieThatIsNoSessionOpensNothing(String text) {
    by(text)
        .get("/things")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.html#unauthenticated"));
  }

  @Test
  void theCookieOfPlainHttpIsNoneWherePeopleComeByHttps() {
    given().cookie(TestSessions.COOKIE, token).get("/things").then().statusCode(401);
  }

  @Test
  void aKeyIsTakenInsteadOfTheCookie() {
    signedIn()
        .header("Authorization", "Bearer " + TestKeys.viewer())
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("kind", equalTo("automation"), "id", equalTo("viewer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer wb_000000000000_00000000000000000000000000000000",
        "Bearer nonsense",
        "Basic dXNlcjpwYXNz",
        "nonsense"
      })
  void aRequestWithAnAuthorizationNeverUsesTheCookie(String authorization) {
    signedIn()
        .header("Authorization", authorization)
        .accept(BROWSER)
        .get("/things")
        .then()
        .statusCode(401);
  }

  @Test
  void aKeyInThePathIsTakenInsteadOfTheCookie() {
    String key = TestKeys.integration("prometheus");

    signedIn()
        .header("Sec-Fetch-Site", "cross-site")
        .get("/things/by-key/" + key)
        .then()
        .statusCode(200)
        .body(equalTo("prometheus"));
  }

  @Test
  void aSessionThatNobodyUsesEnds() {
    signedIn().get("/things").then().statusCode(200);

    time.advance(Duration.ofHours(12).plusMinutes(1));

    signedIn().get("/things").then().statusCode(401);
    signedIn().get("/things").then().statusCode(401);
  }

  @Test
  void aSessionThatIsUsedGoesOn() throws Exception {
    for (int i = 1; i <= 3; i++) {
      time.advance(Duration.ofHours(11));
      known.forget();
      signedIn().get("/things").then().statusCode(200);
      int hours = 11 * i;
      await().untilAsserted(() -> assertThat(usedAfterHours()).isEqualTo(hours));
    }
  }

  private long usedAfterHours() throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT extract(hours FROM last_used_at - created_at) + 24 * extract(days FROM"
                    + " last_used_at - created_at) FROM access.session WHERE principal = '"
                    + person
                    + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aSessionEndsHoweverMuchItIsUsed() throws Exception {
    sql(
        "UPDATE access.session SET last_used_at = now() + interval '30 days' WHERE principal = '"
            + person
            + "'");
    time.advance(Duration.ofDays(30).minusMinutes(1));
    signedIn().get("/things").then().statusCode(200);

    time.advance(Duration.ofMinutes(2));

    signedIn().get("/things").then().statusCode(401);
  }

  @Test
  void anEndedSessionOpensNothing() throws Exception {
    signedIn().get("/things").then().statusCode(200);
    sql("UPDATE access.session SET ended_at = now() WHERE principal = '" + person + "'");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> signedIn().get("/things").then().statusCode(401));
  }

  @Test
  void aSessionHasTheScopesOfItsKeyAndEndsWithIt() throws Exception {
    String robot = unique("robot");
    String key = TestKeys.automation(robot, "auditor");
    String session = TestSessions.ofKey(Kind.AUTOMATION, robot, key);
    by(session)
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("kind", equalTo("automation"), "grants.right", hasItem("auditor"));

    sql("UPDATE access.api_key SET revoked_at = now() WHERE principal = '" + robot + "'");
    known.forget();

    by(session).get("/v1/caller").then().statusCode(401);
  }

  @Test
  void aSessionExpiresWithItsKey() throws Exception {
    String robot = unique("robot");
    String key = TestKeys.automation(robot, "auditor");
    String session = TestSessions.ofKey(Kind.AUTOMATION, robot, key);
    sql(
        "UPDATE access.api_key SET expires_at = now() + interval '1 hour' WHERE principal = '"
            + robot
            + "'");
    by(session).get("/v1/caller").then().statusCode(200);

    time.advance(Duration.ofMinutes(61));

    by(session).get("/v1/caller").then().statusCode(401);
  }

  @Test
  void withoutTheDatabaseItIsNotKnownWhoIsSignedIn() {
    ServerUnderTest.lockOut();
    try {
      signedIn().get("/things").then().statusCode(503);
      signedIn().accept(BROWSER).get("/things").then().statusCode(503);
    } finally {
      ServerUnderTest.letIn();
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> signedIn().get("/things").then().statusCode(200));
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, , 201",
    "none, , 201",
    "same-origin, https://evil.example, 201",
    "same-site, , 403",
    "cross-site, , 403",
    "cross-site, https://watchbill.example, 403",
    "Same-Origin, , 403",
    "'', https://watchbill.example, 403",
    ", https://watchbill.example, 201",
    ", https://watchbill.example/, 403",
    ", https://watchbill.example:8443, 403",
    ", http://watchbill.example, 403",
    ", https://watchbill.example.evil.example, 403",
    ", https://evil.example, 403",
    ", null, 403",
    ", , 403",
  })
  void onlyPagesOfThisOriginChangeSomethingByACookie(String site, String origin, int status) {
    RequestSpecification request = signedIn().body(Map.of("id", unique("thing")));
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }

    Response answer = request.post("/things");

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 403) {
      answer.then().body("type", equalTo("/errors.html#cross-site"));
    }
  }

  @Test
  void readingIsFreeAndKeysNeedNoOrigin() {
    signedIn().header("Sec-Fetch-Site", "cross-site").get("/things").then().statusCode(200);
    as(TestKeys.admin())
        .header("Sec-Fetch-Site", "cross-site")
        .header("Origin", "https://evil.example")
        .body(Map.of("id", unique("thing")))
        .post("/things")
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "/things, /on-call/sign-in?return=%2Fthings",
    "/things?limit=1&cursor=a%2Fb, /on-call/sign-in?return=%2Fthings%3Flimit%3D1%26cursor%3Da%252Fb",
    "/things/of-team/a%20b, /on-call/sign-in?return=%2Fthings%2Fof-team%2Fa%2520b",
  })
  void whoIsNotSignedInIsSentToSignInAndBackAgain(String path, String location) {
    given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .accept(BROWSER)
        .get(path)
        .then()
        .statusCode(303)
        .header("Location", location)
        .header("Cache-Control", "no-store")
        .header("Set-Cookie", equalTo(null));
  }

  @Test
  void aCookieThatOpensNothingIsTakenAway() {
    by(RandomToken.generate())
        .accept(BROWSER)
        .get("/things")
        .then()
        .statusCode(303)
        .header(
            "Set-Cookie", "__Host-watchbill=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
  }

  @ParameterizedTest
  @CsvSource({
    "https://watchbill.example/on-call/things?a=b, /on-call/sign-in?return=%2Fthings%3Fa%3Db",
    "https://watchbill.example/on-call/, /on-call/sign-in",
    "https://watchbill.example/elsewhere, /on-call/sign-in",
    "https://watchbill.example, /on-call/sign-in",
    "https://watchbill.example/on-call//evil.example, /on-call/sign-in",
    "https://watchbill.example.evil.example/on-call/things, /on-call/sign-in",
    "https://evil.example/on-call/things, /on-call/sign-in",
    "nonsense, /on-call/sign-in",
    ", /on-call/sign-in",
  })
  void whoseSessionEndedBeforeAFormIsSentBackToItsPage(String referrer, String location) {
    RequestSpecification request =
        by(RandomToken.generate()).accept(BROWSER).header("Sec-Fetch-Site", "same-origin");
    if (referrer != null) {
      request.header("Referer", referrer);
    }

    request.body("{}").post("/things").then().statusCode(303).header("Location", location);
  }

  @Test
  void whoGuessesSessionsIsSlowedDownAndNobodyIsSignedOut() {
    signedIn().get("/things").then().statusCode(200);
    double before = Metrics.sum("watchbill_auth_refused_total{cause=\"unknown\"");
    for (int i = 0; i < 60; i++) {
      by(RandomToken.generate()).get("/things");
    }
    assertThat(Metrics.sum("watchbill_auth_refused_total{cause=\"unknown\"")).isGreaterThan(before);
    Response last = by(RandomToken.generate()).get("/things");
    for (int i = 0; i < 5 && last.statusCode() == 401; i++) {
      last = by(RandomToken.generate()).get("/things");
    }
    last.then().statusCode(429).body("type", equalTo("/errors.html#too-many-requests"));

    signedIn().get("/things").then().statusCode(200);
    by(TestSessions.person(person)).get("/things").then().statusCode(200);
    time.advance(Duration.ofMinutes(5));
    by(RandomToken.generate()).get("/things").then().statusCode(401);
  }
}
