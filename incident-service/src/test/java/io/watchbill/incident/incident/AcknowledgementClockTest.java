package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AcknowledgementClockTest {
  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @ParameterizedTest
  @CsvSource({"P0,PT5M", "P1,PT15M", "P2,PT1H", "P3,PT4H"})
  void eachSeverityHasItsTime(String severity, Duration within) {
    JsonPath incident = incident(opened(severity));

    Instant due = Instant.parse(incident.getString("clocks.acknowledge.dueAt"));
    assertThat(due).isEqualTo(Instant.parse(incident.getString("createdAt")).plus(within));
  }

  @Test
  void aMissedAcknowledgementStandsInTheTimelineOnce() {
    String reference = opened("P0");

    time.advance(Duration.ofMinutes(5));

    await().untilAsserted(() -> assertThat(kinds(reference)).contains("acknowledgement-breached"));
    time.advance(Duration.ofHours(1));
    act(reference, "acknowledge");
    assertThat(kinds(reference))
        .containsExactly("triggered", "acknowledgement-breached", "acknowledged");
    assertThat(status(reference)).isEqualTo("breached");
  }

  @Test
  void aTimelyAcknowledgementStopsTheClock() {
    String reference = opened("P0");
    String other = opened("P0");
    act(reference, "acknowledge");

    time.advance(Duration.ofMinutes(6));

    await().untilAsserted(() -> assertThat(kinds(other)).contains("acknowledgement-breached"));
    assertThat(kinds(reference)).containsExactly("triggered", "acknowledged");
    assertThat(status(reference)).isEqualTo("met");
  }

  @Test
  void aNewRoundHasAClockOfItsOwn() {
    String reference = opened("P0");
    time.advance(Duration.ofMinutes(5));
    await().untilAsserted(() -> assertThat(kinds(reference)).contains("acknowledgement-breached"));
    act(reference, "resolve");
    act(reference, "reopen");
    assertThat(status(reference)).isEqualTo("running");

    time.advance(Duration.ofMinutes(5));

    await()
        .untilAsserted(
            () ->
                assertThat(kinds(reference))
                    .containsExactly(
                        "triggered",
                        "acknowledgement-breached",
                        "resolved",
                        "reopened",
                        "acknowledgement-breached"));
  }

  @Test
  void anotherSeverityMovesTheClock() {
    String reference = opened("P3");
    admin()
        .body(Map.of("severity", "P0", "reason", "data leaves"))
        .post("/v1/incidents/" + reference + "/severity")
        .then()
        .statusCode(200);

    time.advance(Duration.ofMinutes(6));

    await().untilAsserted(() -> assertThat(kinds(reference)).contains("acknowledgement-breached"));
  }

  @Test
  void resolvingStopsTheClock() {
    String reference = opened("P0");
    act(reference, "resolve");

    assertThat(status(reference)).isEqualTo("stopped");
  }

  private static String status(String reference) {
    return incident(reference).getString("clocks.acknowledge.status");
  }
}
