package io.watchbill.escalation.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uses pages as a browser without JavaScript does.
 *
 * @param key of who is signed in
 * @param language that the browser prefers
 */
public record Browser(String key, String language) {
  /** A text that would run if it were not shown as text. */
  public static final String HOSTILE = "<img src=x onerror=alert(1)>";

  /** An admin's browser. */
  public static Browser admin() {
    return of(TestKeys.admin());
  }

  public static Browser of(String key) {
    return new Browser(key, "en");
  }

  public Browser in(String another) {
    return new Browser(key, another);
  }

  private RequestSpecification request() {
    return given()
        .auth()
        .oauth2(key)
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Accept-Language", language)
        .redirects()
        .follow(false);
  }

  /** Asks for a page; the path is encoded. */
  public ValidatableResponse get(String path) {
    return request().urlEncodingEnabled(false).get(path).then();
  }

  /** Returns what a page shows. */
  public String page(String path) {
    return get(path).statusCode(200).header("Cache-Control", "no-store").extract().asString();
  }

  /** Sends a form. */
  public ValidatableResponse send(String path, Map<String, String> fields) {
    return request()
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(fields)
        .post(path)
        .then();
  }

  /** Returns the value of a field that a page has filled in. */
  public static String valueOf(String name, String html) {
    Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
    assertThat(matcher.find()).as("a field " + name).isTrue();
    return matcher.group(1);
  }
}
