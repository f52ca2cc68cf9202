package io.watchbill.escalation.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusIntegrationTest
class MainPathIT extends MainPathTest {

  /** Names of time zones are data that an executable may lack. */
  @Test
  void aReasonNamesTheTimeZoneOfItsRotation() {
    rotations.calls("rotations", own, "Security", "America/Los_Angeles");

    // The names of rotations are read every half minute.
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        admin()
                            .body("{\"facts\": {\"severity\": \"P1\"}}")
                            .post("/v1/policies/{id}/dry-run", own)
                            .then()
                            .statusCode(200)
                            .extract()
                            .<String>path("pages[0].reason"))
                    .containsPattern("of Security until .* P[SD]T"));
  }
}
