package io.watchbill.incident.status;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.peer.PeerStates.State;
import io.watchbill.testkit.ServerUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatusTest {
  private static final Duration SOON = Duration.ofSeconds(40);

  @Test
  void programsReadWhatIsOpenAndWhatWasTakenLast() {
    sent(integration(), Message.of("status").firing("a", "high"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                given()
                    .accept("application/json")
                    .get("/status")
                    .then()
                    .statusCode(200)
                    .body("intake", equalTo(true))
                    .body("database", equalTo(true))
                    .body("lastAccepted", notNullValue())
                    .body("peers.rotation", notNullValue())
                    .body("openIncidents.collect { it.value }.sum()", greaterThan(0)));
  }

  @Test
  void peopleReadAPageWithoutAKeyAndWithoutTextsOfIncidents() {
    sent(integration(), Message.of("nobody-outside-reads-this").firing("a", "high"));

    given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get("/status")
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("Alerts are accepted"))
        .body(not(containsString("nobody-outside-reads-this")));
    given().get("/status").then().contentType(containsString("text/html"));
  }

  @Test
  void withoutADatabaseThePageSaysSo() {
    ServerUnderTest.lockOut();
    try {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  given()
                      .accept("application/json")
                      .get("/status")
                      .then()
                      .statusCode(200)
                      .body("ok", equalTo(false))
                      .body("intake", equalTo(false))
                      .body("problems", hasItem(containsString("The database does not answer"))));
      given().get("/status").then().body(containsString("Watchbill has a problem"));
    } finally {
      ServerUnderTest.letIn();
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                given()
                    .accept("application/json")
                    .get("/status")
                    .then()
                    .body("database", equalTo(true)));
  }

  @Test
  void whatIsWrongIsSaidWithWhatItMeans() {
    ServiceStatus status =
        ServiceStatus.of(
            Instant.EPOCH,
            Optional.empty(),
            Duration.ofSeconds(61),
            2,
            Map.of(Severity.P0, 1L),
            true,
            false,
            Map.of("escalation", State.UNREACHABLE, "rotation", State.UP));

    assertThat(status.isOk()).isFalse();
    assertThat(status.problems())
        .containsExactly(
            "An event has waited for 61 seconds to be sent: pages for new incidents may be late.",
            "2 events could not be read and wait for an operator.",
            "The escalation-service is unreachable: alerts are stored, but nobody is paged about"
                + " new ones.");
  }

  @Test
  void aDiskThatIsFullMeansThatNoAlertIsAccepted() {
    ServiceStatus status =
        ServiceStatus.of(
            Instant.EPOCH, Optional.empty(), Duration.ZERO, 0, Map.of(), true, true, Map.of());

    assertThat(status.intake()).isFalse();
    assertThat(status.problems())
        .containsExactly(
            "The disk of the database is full: no alert is accepted (senders get 503 and send"
                + " again), and pages wait.");
  }

  @Test
  void aKeyThatIsRefusedIsSaid() {
    ServiceStatus status =
        ServiceStatus.of(
            Instant.EPOCH,
            Optional.empty(),
            Duration.ofSeconds(1),
            0,
            Map.of(),
            true,
            false,
            Map.of("escalation", State.KEY_REFUSED));

    assertThat(status.problems())
        .containsExactly(
            "The escalation-service refuses this service's key, which must be replaced: alerts are"
                + " stored, but nobody is paged about new ones.");
  }

  @Test
  void whatIsNotKnownYetIsNoProblem() {
    ServiceStatus status =
        ServiceStatus.of(
            Instant.EPOCH,
            Optional.empty(),
            Duration.ofSeconds(60),
            0,
            Map.of(),
            true,
            false,
            Map.of("rotation", State.UNKNOWN));

    assertThat(status.isOk()).isTrue();
  }
}
