package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Lists come in pages. */
@QuarkusTest
class ListsTest extends OfThings {

  @Test
  void aListComesInPagesThatLinkToTheNext() {
    String prefix = unique("page");
    for (int i = 0; i < 3; i++) {
      make(prefix + i);
    }
    String link = as(TestKeys.viewer()).get("/things?limit=2").then().extract().header("Link");
    assertThat(link).contains("rel=\"next\"").contains("limit=2");
    as(TestKeys.viewer())
        .urlEncodingEnabled(false)
        .get(link.substring("</on-call".length(), link.indexOf('>')))
        .then()
        .statusCode(200)
        .body("items", not(hasSize(0)));
  }

  @Test
  void aPageHasItsBounds() {
    as(TestKeys.viewer()).get("/things?limit=501").then().statusCode(400);
    as(TestKeys.viewer()).get("/things?limit=0").then().statusCode(400);
    as(TestKeys.viewer()).get("/things?cursor=*").then().statusCode(400);
  }
}
