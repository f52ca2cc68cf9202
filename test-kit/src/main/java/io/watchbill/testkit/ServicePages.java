package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What every service's pages are made of: templates, texts in two languages, style, scripts and
 * pictures. An executable may lack each of them. Each service's test extends this one, and so does
 * the test of the executable.
 */
public abstract class ServicePages {
  private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
  private static final Pattern MAIN = Pattern.compile("(?s)<main.*</main>");

  /** The paths of pages of the service, which an admin sees. */
  protected abstract List<String> pages();

  /** Returns a page as an admin sees it. */
  protected static String page(String path, String language) {
    return given()
        .auth()
        .oauth2(TestKeys.admin())
        .header("Accept", "text/html")
        .header("Accept-Language", language)
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=utf-8")
        .extract()
        .asString();
  }

  private static String text(String page) {
    return MAIN.matcher(page).results().map(MatchResult::group).findFirst().orElse("");
  }

  @Test
  void itsPagesAreInTheLanguageOfTheBrowser() {
    for (String path : pages()) {
      String english = page(path, "en");
      String german = page(path, "de-AT,de;q=0.9");

      assertThat(english).as(path).contains("<html lang=\"en\"", "Sign out");
      assertThat(german).as(path).contains("<html lang=\"de\"", "Abmelden");
      assertThat(text(german)).as(path).isNotEmpty().isNotEqualTo(text(english));
    }
  }

  @Test
  void styleScriptsAndPicturesOfItsPagesAreServed() {
    List<String> assets =
        ASSET.matcher(page(pages().getFirst(), "en")).results().map(one -> one.group(1)).toList();

    assertThat(assets).hasSizeGreaterThanOrEqualTo(5);
    for (String asset : assets) {
      Response answer = given().get(asset);
      answer
          .then()
          .statusCode(200)
          .contentType(type(asset))
          .header("Cache-Control", "public, max-age=31536000, immutable");
      assertThat(answer.asByteArray()).as(asset).hasSizeGreaterThan(100);
    }
  }

  private static String type(String asset) {
    return switch (asset.substring(asset.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "image/png";
    };
  }
}
