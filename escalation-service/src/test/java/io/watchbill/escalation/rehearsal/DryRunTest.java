package io.watchbill.escalation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who would be paged, and why? */
@QuarkusTest
class DryRunTest extends ServiceTest {

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    policy(
        step("primary", "primary", "\"repeat\": {\"every\": \"PT5M\", \"times\": 1}"),
        step("secondary", "secondary", "\"after\": {\"sla\": \"acknowledge\"}"),
        step("never", "primary", "\"when\": {\"tags\": [\"ransomware\"]}"));
    soon(() -> assertThat(rotations.asked(own)).isPositive());
    turnsPass();
  }

  private JsonPath dryRun(String body) {
    return viewer()
        .body(body)
        .post("/v1/policies/{id}/dry-run", own)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void itSaysWhoWouldBePagedWhenAndWhy() {
    Instant at = time.now().plus(Duration.ofDays(2));

    JsonPath answer =
        dryRun(
            "{\"facts\": {\"severity\": \"P1\", \"acknowledgeSla\": \"PT15M\"}, \"at\": \"%s\"}"
                .formatted(at));

    assertThat(answer.<String>getList("pages.target"))
        .containsExactly(named("alice"), named("alice"), named("bob"));
    assertThat(answer.getString("pages[2].at"))
        .isEqualTo(at.plus(Duration.ofMinutes(15)).toString());
    assertThat(answer.getString("pages[2].reason"))
        .startsWith("on call as secondary of ")
        .endsWith("; step “secondary”, after the acknowledgement SLA");
    assertThat(answer.<String>getList("waiting.reason"))
        .containsExactly("the incident has no tag [ransomware]");
    assertThat(answer.<String>getList("alarms.kind")).containsExactly("ended-unacknowledged");
  }

  @Test
  void itIsWhatTheEngineThenDoes() {
    Incident incident = open("P1");
    awaitPaged(incident, "alice");
    later(Duration.ofMinutes(5));
    awaitPaged(incident, "alice", "alice");
    later(Duration.ofMinutes(10));
    awaitPaged(incident, "alice", "alice", "bob");

    List<String> done = this.values("/v1/pages?incident=" + incident.id, "items.reason");
    JsonPath rehearsed =
        dryRun(
            "{\"facts\": {\"severity\": \"P1\", \"acknowledgeSla\": \"PT15M\"}, \"at\": \"%s\"}"
                .formatted(incident.triggered()));

    assertThat(withoutEnds(rehearsed.getList("pages.reason"))).isEqualTo(withoutEnds(done));
  }

  /** The peer service answers shifts that end later with every day of the moved time. */
  private static List<String> withoutEnds(List<String> reasons) {
    return reasons.stream().map(reason -> reason.replaceAll(" until [^(;]+", "")).toList();
  }

  @Test
  void factsAreNeeded() {
    viewer()
        .body("{}")
        .post("/v1/policies/{id}/dry-run", own)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/facts/severity"));
  }

  @Test
  void aPolicyThatDoesNotExistIsNotFound() {
    viewer()
        .body("{\"facts\": {\"severity\": \"P1\"}}")
        .post("/v1/policies/none/dry-run")
        .then()
        .statusCode(404);
  }
}
