package io.watchbill.escalation;

import static io.restassured.RestAssured.given;
import static java.util.Collections.frequency;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.testkit.EndedSpans;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page continues the trace of what began its round, and tells nobody's address. */
@QuarkusTest
@TestProfile(EndedSpans.TracingOn.class)
class TracingTest extends ServiceTest {
  @Inject EndedSpans spans;

  private final String trace = newTrace();

  @BeforeEach
  void people() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static void send(List<String> snapshots, List<String> traces) {
    List<String> events =
        IntStream.range(0, snapshots.size())
            .mapToObj(
                i ->
                    """
                    {"specversion": "1.0", "id": "%s", "source": "/incident-service",
                     "type": "incident.snapshot", "traceparent": "00-%s-b7ad6b7169203331-01",
                     "data": %s}
                    """
                        .formatted(UUID.randomUUID(), traces.get(i), snapshots.get(i)))
            .toList();
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json; charset=UTF-8")
        .body(events.toString())
        .post("/v1/events")
        .then()
        .statusCode(200);
  }

  private Incident incident() {
    return new Incident(own, "P2", now());
  }

  @Test
  void thePageOfARoundContinuesTheTraceThatBeganIt() {
    policy(step("first", "primary"), step("second", "secondary", "\"after\": \"PT30M\""));
    Incident incident = incident();
    send(List.of(incident.next()), List.of(trace));
    awaitPaged(incident, "alice");
    String later = newTrace();
    send(List.of(incident.next()), List.of(later));

    later(Duration.ofMinutes(30));

    // A mail server that was too slow for a busy machine is tried again.
    soon(
        () ->
            assertThat(spans.namesOf(trace))
                .containsOnly("process incident.snapshot", "escalate", "page by email")
                .satisfies(names -> assertThat(frequency(names, "escalate")).isEqualTo(2))
                .satisfies(
                    names -> assertThat(frequency(names, "page by email")).isGreaterThan(1)));
    assertThat(spans.namesOf(later)).containsExactly("process incident.snapshot");
    incident.resolved();
  }

  @Test
  void eachIncidentOfABatchKeepsItsTrace() {
    policy(step("first", "primary"));
    Incident one = incident();
    Incident other = incident();
    String second = newTrace();

    send(List.of(one.next(), other.next()), List.of(trace, second));

    for (String each : List.of(trace, second)) {
      soon(
          () ->
              assertThat(spans.namesOf(each))
                  .containsExactlyInAnyOrder(
                      "process incident.snapshot", "escalate", "page by email"));
    }
    one.resolved();
    other.resolved();
  }

  @Test
  void theChangeOfARotationIsTracedToTheAnswerWithItsShifts() {
    policy(step("first", "primary"));
    soon(() -> assertThat(rotations.asked(own)).isPositive());
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(
            """
            [{"specversion": "1.0", "id": "%s", "source": "/rotation-service",
              "type": "rotation.changed", "traceparent": "00-%s-b7ad6b7169203331-01",
              "data": {"rotation": "%s"}}]
            """
                .formatted(UUID.randomUUID(), trace, own))
        .post("/v1/events")
        .then()
        .statusCode(200);

    soon(
        () ->
            assertThat(spans.namesOf(trace))
                .containsExactlyInAnyOrder(
                    "process rotation.changed", "refresh shifts", "GET /v1/rotations/{id}/shifts"));
  }

  @Test
  void neitherAddressesNorLinksNorKeysNorNamesStandInSpans() throws Exception {
    WebhookReceiver receiver = new WebhookReceiver(call -> 503);
    try {
      String address = receiver.urlOf("127.0.0.1") + "/a-capability?token=hidden";
      contact(named("alice"), "hook", "webhook", address);
      policy(step("first", "primary"));
      Incident incident = incident().withTitle("Payroll of Alice Liddell");
      send(List.of(incident.next()), List.of(trace));
      soon(() -> assertThat(spans.namesOf(trace)).contains("page by email", "page by webhook"));
      String link = linkOf("alice");
      given().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01").get(link);
      given().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01").post(link);

      soon(
          () ->
              assertThat(spans.namesOf(trace))
                  .contains("GET /acknowledge/{token}", "POST /acknowledge/{token}"));
      String token = link.substring(link.lastIndexOf('/') + 1);
      assertThat(spans.leaks()).isEmpty();
      assertThat(spans.texts())
          .noneMatch(
              text ->
                  text.contains(token)
                      || text.contains("@")
                      || text.contains("a-capability")
                      || text.contains("hidden")
                      || text.contains("alice")
                      || text.contains("Payroll"));
      assertThat(spans.all())
          .filteredOn(span -> span.getName().equals("page by webhook"))
          .extracting(SpanData::getStatus)
          .contains(StatusData.error());
      assertThat(Mailbox.of(mail("alice"))).isNotEmpty();
      incident.resolved();
    } finally {
      receiver.close();
    }
  }
}
