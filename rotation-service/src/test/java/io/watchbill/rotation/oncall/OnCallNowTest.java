package io.watchbill.rotation.oncall;

import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnCallNowTest {
  private static final String PRIMARY = weekly("primary", "2026-01-05T09:00", "alice bob charlie");

  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void withoutAnInstantItIsNow() {
    String id = unique("security");
    rotation(id, PRIMARY);
    time.set(Instant.parse("2027-01-04T17:00:00Z"));

    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary")
        .then()
        .body("items[0].people", contains("bob"));
  }
}
