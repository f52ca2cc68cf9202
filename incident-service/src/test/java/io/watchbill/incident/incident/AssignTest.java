package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.timeline;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.incident.Api;
import io.watchbill.incident.Message;
import io.watchbill.kit.access.Rights;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Assigning an incident by hand, and acknowledgements that time out. */
@QuarkusTest
class AssignTest {
  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static ValidatableResponse assign(String reference, Map<String, String> body) {
    return admin().body(body).post("/v1/incidents/" + reference + "/assign").then();
  }

  private static void awaitRound(String reference, int round) {
    await().untilAsserted(() -> assertThat(incident(reference).getInt("round")).isEqualTo(round));
  }

  private static void timeout(String severity, String after) {
    Map<String, String> body = new HashMap<>();
    body.put("after", after);
    admin()
        .body(body)
        .put("/v1/severities/" + severity + "/acknowledgement-timeout")
        .then()
        .statusCode(200)
        .body("acknowledgementTimeout", equalTo(after));
  }

  @Test
  void anotherTeamAndPolicyBeginARound() {
    String reference = opened("P1");

    assign(reference, Map.of("team", "database", "policy", "nights", "reason", "It is their disk"))
        .statusCode(200)
        .body("team", equalTo("database"))
        .body("policy", equalTo("nights"))
        .body("round", equalTo(2));

    assertThat(incident(reference).getString("team")).isEqualTo("database");
    assertThat(timeline(reference).getString("items[-1].text"))
        .isEqualTo("assigned to team database, policy nights: It is their disk");
  }

  @Test
  void aNewTeamBringsItsOwnPolicy() {
    String reference = opened("P1");
    assign(reference, Map.of("policy", "nights", "reason", "x")).statusCode(200);

    assign(reference, Map.of("team", "database", "reason", "It is their disk"))
        .statusCode(200)
        .body("policy", equalTo(null));
  }

  @Test
  void assignedTwiceIsAssignedOnce() {
    String reference = opened("P1");
    Map<String, String> body = Map.of("policy", "nights", "reason", "x");
    assign(reference, body).statusCode(200);

    assign(reference, body).statusCode(200).body("round", equalTo(2));
  }

  @Test
  void anAssignmentNamesATeamOrAPolicy() {
    assign(opened("P1"), Map.of("reason", "x")).statusCode(400);
  }

  @Test
  void whatIsResolvedIsReopenedBeforeItIsAssigned() {
    String reference = opened("P1");
    act(reference, "resolve");

    assign(reference, Map.of("team", "database", "reason", "x")).statusCode(409);
  }

  @Test
  void anAcknowledgementEndsOnlyWhereItsSeveritySaysSo() {
    timeout("P2", "PT2H");
    String never = opened("P3");
    String ends = opened("P2");
    act(never, "acknowledge");
    act(ends, "acknowledge");

    time.advance(Duration.ofHours(2));

    awaitRound(ends, 2);
    assertThat(kinds(ends)).contains("unacknowledged");
    assertThat(incident(never).getString("state")).isEqualTo("acknowledged");
    timeout("P2", null);
  }

  @Test
  void anIntegrationHasATimeOutOfItsOwn() {
    String integration = Api.integration(Map.of("acknowledgementTimeout", "PT30M"));
    String reference = Api.sent(integration, Message.of("disk").firing("a1", "critical"));
    act(reference, "acknowledge");

    time.advance(Duration.ofMinutes(30));

    awaitRound(reference, 2);
    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
  }

  @Test
  void aCommentKeepsAnAcknowledgementAlive() {
    timeout("P1", "PT2H");
    String silent = opened("P1");
    String heard = opened("P1");
    act(silent, "acknowledge");
    act(heard, "acknowledge");
    time.advance(Duration.ofHours(1));
    as(personOfTheTeam())
        .body(Map.of("text", "on it"))
        .post("/v1/incidents/" + heard + "/comment")
        .then()
        .statusCode(200);

    time.advance(Duration.ofHours(1));

    awaitRound(silent, 2);
    assertThat(incident(heard).getString("state")).isEqualTo("acknowledged");
    time.advance(Duration.ofHours(1));
    awaitRound(heard, 2);
    timeout("P1", null);
  }

  private static String personOfTheTeam() {
    String person = unique("alice");
    TestKeys.grant(person, Rights.RESPONDER, "security");
    return TestKeys.person(person);
  }
}
