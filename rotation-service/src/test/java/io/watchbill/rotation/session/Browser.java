package io.watchbill.rotation.session;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestSessions;
import java.util.Map;
import java.util.Optional;

/** What a browser does when somebody signs in. */
final class Browser {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

  private Browser() {}

  static RequestSpecification page() {
    return given()
        .redirects()
        .follow(false)
        .header("User-Agent", FIREFOX)
        .header("Sec-Fetch-Site", "same-origin")
        .accept("text/html,application/xhtml+xml,*/*;q=0.8");
  }

  static RequestSpecification page(String session) {
    return page().cookie(TestSessions.COOKIE, session);
  }

  /** Sends the form with a key. */
  static Response enter(String key) {
    return enter(key, "/");
  }

  static Response enter(String key, String back) {
    return page()
        .contentType("application/x-www-form-urlencoded")
        .formParam("key", key)
        .formParam("return", back)
        .post("/sign-in");
  }

  /** Signs in by a key; returns the token of the session. */
  static String signIn(String key) {
    return session(enter(key));
  }

  /** Returns the token of the session that an answer has begun. */
  static String session(Response answer) {
    return answer.then().statusCode(303).extract().cookie(TestSessions.COOKIE);
  }

  /** A call of the API by a page's script. */
  static RequestSpecification call(String session) {
    return given()
        .cookie(TestSessions.COOKIE, session)
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/json");
  }

  static String key(String person) {
    return made(Map.of("kind", "person", "principal", person)).path("key");
  }

  static Response made(Map<String, Object> key) {
    return admin().body(key).post("/v1/keys").then().statusCode(201).extract().response();
  }

  /** Returns the path of a link that an admin has made. */
  static String link(String person) {
    String url =
        admin()
            .body(Map.of("person", person))
            .post("/v1/sign-in-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    return url.substring(url.indexOf("/sign-in/"));
  }

  /** Returns the id of a session, while it is valid. */
  static Optional<String> id(String session) {
    Response answer = call(session).get("/v1/sessions/current");
    return answer.statusCode() == 200 ? Optional.of(answer.path("id")) : Optional.empty();
  }
}
