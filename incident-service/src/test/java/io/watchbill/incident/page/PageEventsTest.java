package io.watchbill.incident.page;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of the escalation-service about pages. */
@QuarkusTest
class PageEventsTest {
  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void anAcknowledgementByLinkAcknowledgesTheIncident() {
    String reference = opened("P1");
    Instant at = time.now();

    assertThat(status(acknowledged(reference, 1, "main", at))).isEqualTo("ACCEPTED");

    JsonPath incident = incident(reference);
    assertThat(incident.getString("state")).isEqualTo("acknowledged");
    assertThat(incident.getString("acknowledged.by")).isEqualTo("alice");
    assertThat(incident.getString("acknowledged.channel")).isEqualTo("link");
    assertThat(Instant.parse(incident.getString("acknowledged.at"))).isEqualTo(at);
  }

  @Test
  void theSameEventTwiceTakesEffectOnce() {
    String reference = opened("P1");
    Map<String, Object> event = acknowledged(reference, 1, "main", time.now());
    status(event);
    act(reference, "unacknowledge");

    assertThat(status(event)).isEqualTo("ACCEPTED");

    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
    assertThat(kinds(reference)).containsExactly("triggered", "acknowledged", "unacknowledged");
  }

  @Test
  void anOlderRoundsAcknowledgementIsRefusedWithTheReason() {
    String reference = opened("P1");
    act(reference, "acknowledge");
    act(reference, "unacknowledge");

    JsonPath answer = send(acknowledged(reference, 1, "main", time.now())).extract().jsonPath();

    assertThat(answer.getString("items[0].status")).isEqualTo("REFUSED");
    assertThat(answer.getString("items[0].detail")).contains("newer one needs its own");
    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
  }

  @Test
  void onAResolvedIncidentItIsAccepted() {
    String reference = opened("P1");
    act(reference, "resolve");

    assertThat(status(acknowledged(reference, 1, "main", time.now()))).isEqualTo("ACCEPTED");
    assertThat(incident(reference).getString("state")).isEqualTo("resolved");
  }

  @Test
  void anotherBranchDoesNotAcknowledgeTheIncident() {
    String reference = opened("P1");

    assertThat(status(acknowledged(reference, 1, "legal", time.now()))).isEqualTo("ACCEPTED");

    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
    assertThat(kinds(reference)).containsExactly("triggered", "acknowledged");
  }

  @Test
  void wordOfATimelyAcknowledgementThatComesLateMeetsTheClock() {
    String reference = opened("P0");
    Instant timely = time.now();
    time.advance(Duration.ofMinutes(6));
    Awaitility.await()
        .untilAsserted(() -> assertThat(kinds(reference)).contains("acknowledgement-breached"));

    status(acknowledged(reference, 1, "main", timely));

    assertThat(incident(reference).getString("clocks.acknowledge.status")).isEqualTo("met");
    assertThat(kinds(reference)).contains("acknowledgement-met");
  }

  @Test
  void whatWasDoneIsAnEntryOnceWhateverTheOrder() {
    String reference = opened("P1");
    Map<String, Object> page = recorded(reference, "page", "alice was paged by email");
    Map<String, Object> step = recorded(reference, "step", "step 1 fired");

    assertThat(send(page, step, page).extract().jsonPath().getList("items.status"))
        .isEqualTo(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"));

    assertThat(kinds(reference)).containsExactly("triggered", "escalation-page", "escalation-step");
    assertThat(timeline(reference).getString("items[1].text"))
        .isEqualTo("alice was paged by email");
    assertThat(timeline(reference).getString("items[1].data.person")).isEqualTo("alice");
    assertThat(timeline(reference).getString("items[1].by.id")).isEqualTo("escalation");
  }

  @Test
  void badEventsAreInvalidAndHoldUpNoOthers() {
    String reference = opened("P1");
    Map<String, Object> unknown = recorded(reference, "page", "x");
    unknown.put(
        "data", Map.of("incident", Ids.next(), "at", time.now(), "text", "x", "kind", "page"));
    Map<String, Object> empty = acknowledged(reference, 1, "main", time.now());
    empty.put("data", Map.of());
    Map<String, Object> nonsense = acknowledged(reference, 1, "main", time.now());
    nonsense.put("data", Map.of("incident", "no uuid", "round", "x"));
    Map<String, Object> future = acknowledged(reference, 7, "main", time.now());
    Map<String, Object> good = recorded(reference, "page", "a \u0000 b");

    assertThat(
            send(unknown, empty, nonsense, future, good)
                .extract()
                .jsonPath()
                .getList("items.status"))
        .isEqualTo(List.of("REFUSED", "INVALID", "INVALID", "REFUSED", "ACCEPTED"));
    assertThat(kinds(reference)).containsExactly("triggered", "escalation-page");
  }

  @Test
  void anEntryThatCannotBeReadLeavesTheOthersOfItsBatchInTheirOrder() {
    String first = opened("P1");
    String second = opened("P1");
    Map<String, Object> unreadable = recorded(first, "page", "x");
    unreadable.put("data", Map.of("incident", "no uuid", "text", "x"));

    assertThat(
            send(
                    recorded(first, "page", "x"),
                    recorded(second, "page", "x"),
                    unreadable,
                    recorded(first, "step", "x"))
                .extract()
                .jsonPath()
                .getList("items.status"))
        .isEqualTo(List.of("ACCEPTED", "ACCEPTED", "INVALID", "ACCEPTED"));

    assertThat(kinds(first)).containsExactly("triggered", "escalation-page", "escalation-step");
    assertThat(kinds(second)).containsExactly("triggered", "escalation-page");
  }

  @Test
  void whatIsNoEventAtAllHoldsUpNoOthers() {
    as(TestKeys.service())
        .body("[null, 7, {}]")
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items.status", equalTo(List.of("INVALID", "INVALID", "INVALID")));
  }

  @Test
  void onlyServicesReportPages() {
    admin().body(List.of()).post("/v1/events").then().statusCode(403);
  }

  private Map<String, Object> acknowledged(String reference, int round, String branch, Instant at) {
    return event(
        "page.acknowledged",
        Map.of(
            "incident",
            incident(reference).getString("id"),
            "round",
            round,
            "branch",
            branch,
            "person",
            "alice",
            "at",
            at.toString(),
            "channel",
            "link",
            "newField",
            1));
  }

  private Map<String, Object> recorded(String reference, String kind, String text) {
    return event(
        "escalation.recorded",
        Map.of(
            "incident",
            incident(reference).getString("id"),
            "round",
            1,
            "at",
            time.now().toString(),
            "kind",
            kind,
            "text",
            text,
            "data",
            Map.of("person", "alice")));
  }

  private static Map<String, Object> event(String type, Map<String, Object> data) {
    Map<String, Object> event = new HashMap<>();
    event.put("specversion", "1.0");
    event.put("id", Ids.next().toString());
    event.put("source", "/escalation-service");
    event.put("type", type);
    event.put("data", data);
    return event;
  }

  private static String status(Map<String, Object> event) {
    return send(event).extract().path("items[0].status");
  }

  @SafeVarargs
  private static ValidatableResponse send(Map<String, Object>... events) {
    return as(TestKeys.service()).body(List.of(events)).post("/v1/events").then().statusCode(200);
  }
}
