package io.watchbill.testkit;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent twice takes effect once. */
@QuarkusTest
class RepeatsTest extends OfThings {

  @Test
  void aPostThatIsSentTwiceTakesEffectOnce() {
    String id = unique("twice");
    Map<String, String> thing = Map.of("id", id);
    for (int i = 0; i < 2; i++) {
      as(TestKeys.admin())
          .header("Idempotency-Key", "\"" + id + "\"")
          .body(thing)
          .post("/things")
          .then()
          .statusCode(201)
          .body("id", equalTo(id));
    }
    as(TestKeys.admin())
        .header("Idempotency-Key", id)
        .body(Map.of("id", unique("other")))
        .post("/things")
        .then()
        .statusCode(422);
  }
}
