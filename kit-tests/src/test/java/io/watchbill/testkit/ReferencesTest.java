package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers refer to lies under the path of the public URL, whatever the caller's host says. */
@QuarkusTest
class ReferencesTest extends OfThings {

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:1", "[::1]:8080", "localhost"})
  void theCallersHostIsInNoHeader(String host) {
    String id = unique("host");
    as(TestKeys.admin())
        .header("Host", host)
        .body(Map.of("id", id))
        .post("/things")
        .then()
        .statusCode(201)
        .header("Location", "/on-call/things/" + id);
    make(unique("host"));
    as(TestKeys.viewer())
        .header("Host", host)
        .get("/things?limit=1")
        .then()
        .statusCode(200)
        .header("Link", startsWith("</on-call/things?limit=1&cursor="));
  }

  @Test
  void whatTheFrameworkMadeAbsoluteIsOursAgain() {
    as(TestKeys.viewer())
        .header("Host", "evil.example")
        .get("/things/made-by-hand")
        .then()
        .statusCode(201)
        .header("Location", "/on-call/things/by-hand");
  }

  @Test
  void anAddressElsewhereStays() {
    as(TestKeys.viewer())
        .redirects()
        .follow(false)
        .get("/things/elsewhere")
        .then()
        .header("Location", "https://accounts.example/sign-in");
  }

  @Test
  void theNextPageKeepsTheQuery() {
    make(unique("query"));
    make(unique("query"));

    String link =
        as(TestKeys.viewer())
            .urlEncodingEnabled(false)
            .get("/things?limit=1&a=b%26c%20d&a=%C3%A9&cursor=")
            .header("Link");

    assertThat(link).startsWith("</on-call/things?").containsOnlyOnce("cursor=");
    assertThat(link).contains("a=b%26c%20d&a=%C3%A9").contains("limit=1");
  }
}
