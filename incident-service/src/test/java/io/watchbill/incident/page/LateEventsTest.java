package io.watchbill.incident.page;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.incident.Message;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that arrive a year late, and events that arrive several times at once. */
@QuarkusTest
class LateEventsTest {
  private static final Duration YEAR = Duration.ofDays(365);

  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void anAlertThatBeganAYearAgoIsANewIncidentWhoseClockBeginsNow() {
    String integration = integration();
    Instant before = time.now();
    String message =
        Message.of("G")
            .firing("a", "warning")
            .json()
            .replace("2026-03-01T10:00:00.123456789Z", before.minus(YEAR).toString());

    String reference = send(integration, message).statusCode(200).extract().path("incidents[0]");

    JsonPath incident = incident(reference);
    assertThat(incident.getString("state")).isEqualTo("triggered");
    assertThat(incident.getString("clocks.acknowledge.status")).isEqualTo("running");
    assertThat(Instant.parse(incident.getString("anchors.triggered"))).isAfterOrEqualTo(before);
    admin()
        .get("/v1/alerts?integration=" + integration)
        .then()
        .body("items[0].startsAt", equalTo(before.minus(YEAR).toString()));
  }

  @Test
  void theEndOfAnEpisodeOfAYearAgoClosesNothing() {
    String integration = integration();
    String late = Message.of("G").resolved("a").json();
    time.advance(YEAR);
    send(
            integration,
            Message.of("G")
                .firing("a", "warning")
                .json()
                .replace("2026-03-01T10:00:00.123456789Z", time.now().toString()))
        .statusCode(200);

    send(integration, late).statusCode(200).body("alerts.ignored", equalTo(1));

    admin()
        .get("/v1/alerts?state=firing&integration=" + integration)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void anAcknowledgementOfAYearAgoAcknowledgesNoLaterRound() {
    String reference = opened("P1");
    Map<String, Object> event = acknowledged(reference, 1, time.now());
    act(reference, "resolve");
    time.advance(YEAR);
    act(reference, "reopen");

    assertThat(status(event)).isEqualTo("REFUSED");

    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
    assertThat(kinds(reference)).containsExactly("triggered", "resolved", "reopened");
  }

  @Test
  void anAcknowledgementThatComesFourTimesAtOnceTakesEffectOnce() throws Exception {
    for (int round = 0; round < 20; round++) {
      String reference = opened("P1");
      Map<String, Object> event = acknowledged(reference, 1, time.now());
      Callable<String> send = () -> status(event);

      List<String> answers = new ArrayList<>();
      try (ExecutorService relays = Executors.newFixedThreadPool(4)) {
        for (Future<String> answer : relays.invokeAll(List.of(send, send, send, send))) {
          answers.add(answer.get());
        }
      }

      assertThat(answers).containsOnly("ACCEPTED");
      assertThat(kinds(reference)).containsExactly("triggered", "acknowledged");
    }
  }

  @Test
  void entriesThatTwoRelaysBringAtOnceInOppositeOrderAreWrittenOnce() throws Exception {
    List<String> references = List.of(opened("P1"), opened("P1"), opened("P1"));
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(recorded(incident(references.get(i % 3)).getString("id")));
    }
    List<Callable<List<String>>> relays =
        List.of(() -> statuses(events), () -> statuses(events.reversed()));

    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<List<String>> answer : threads.invokeAll(relays)) {
        answers.addAll(answer.get());
      }
    }

    assertThat(answers).hasSize(120).containsOnly("ACCEPTED");
    references.forEach(
        reference ->
            assertThat(kinds(reference)).filteredOn("escalation-page"::equals).hasSize(20));
  }

  private Map<String, Object> recorded(String incident) {
    return event(
        "escalation.recorded",
        Map.of("incident", incident, "at", time.now().toString(), "kind", "page", "text", "x"));
  }

  private static List<String> statuses(List<Map<String, Object>> events) {
    return as(TestKeys.service())
        .body(events)
        .post("/v1/events")
        .then()
        .statusCode(200)
        .extract()
        .path("items.status");
  }

  private static Map<String, Object> acknowledged(String reference, int round, Instant at) {
    return event(
        "page.acknowledged",
        Map.of(
            "incident",
            incident(reference).getString("id"),
            "round",
            round,
            "branch",
            "main",
            "person",
            "alice",
            "at",
            at.toString(),
            "channel",
            "link"));
  }

  private static Map<String, Object> event(String type, Map<String, Object> data) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        Ids.next().toString(),
        "source",
        "/escalation-service",
        "type",
        type,
        "data",
        data);
  }

  private static String status(Map<String, Object> event) {
    return as(TestKeys.service())
        .body(List.of(event))
        .post("/v1/events")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].status");
  }
}
