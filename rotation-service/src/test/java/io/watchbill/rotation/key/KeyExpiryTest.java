package io.watchbill.rotation.key;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyExpiryTest {
  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void anExpiredKeyOpensNothing() {
    String key =
        admin()
            .body(
                Map.of(
                    "kind",
                    "automation",
                    "principal",
                    "short-lived",
                    "scopes",
                    List.of("viewer"),
                    "expiresAt",
                    time.now().plus(Duration.ofHours(1)).toString()))
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("key");
    as(key).get("/v1/people").then().statusCode(200);

    time.advance(Duration.ofHours(2));

    as(key).get("/v1/people").then().statusCode(401);
  }
}
