package io.watchbill.rotation.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestSessions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who looks at pages without JavaScript, in Los Angeles. */
public final class PageBrowser {
  /** A name that must never become part of a page. */
  public static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  private PageBrowser() {}

  /** Returns a browser that holds a key. */
  public static RequestSpecification browser(String key) {
    return page().header("Authorization", "Bearer " + key);
  }

  /** Returns a browser that is signed in. */
  public static RequestSpecification signedIn(String session) {
    return page().cookie(TestSessions.COOKIE, session).header("Sec-Fetch-Site", "same-origin");
  }

  private static RequestSpecification page() {
    return given()
        .header("Accept", "text/html")
        .cookie("watchbill-zone", "America/Los_Angeles")
        .redirects()
        .follow(false);
  }

  /** Returns a page that nothing keeps. */
  public static String page(RequestSpecification browser, String path) {
    String html = shown(browser.get(path).then().statusCode(200));
    assertThat(html).doesNotContain("<img");
    return html;
  }

  /** Sends a form that leads to another page. */
  public static void send(RequestSpecification browser, String path, Map<String, String> form) {
    post(browser, path, form).statusCode(303);
  }

  /** Sends a form. */
  public static ValidatableResponse post(
      RequestSpecification browser, String path, Map<String, String> form) {
    return browser
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(form)
        .post(path)
        .then();
  }

  /** Returns the text of a page, which nothing keeps. */
  public static String shown(ValidatableResponse answer) {
    return answer.header("Cache-Control", "no-store").extract().asString();
  }

  /** Returns what makes two presses of a page's button one. */
  public static String once(String html) {
    Matcher matcher = ONCE.matcher(html);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
