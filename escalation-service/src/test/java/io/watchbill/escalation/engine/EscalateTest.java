package io.watchbill.escalation.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People escalate by their own judgement. */
@QuarkusTest
class EscalateTest extends ServiceTest {

  @BeforeEach
  void levels() {
    rotation("primary", "alice", "secondary", "bob", "lead", "carol");
    reachableByMail("alice", "bob", "carol", "dave");
    policy(
        step("primary", "primary"),
        step(
            "secondary",
            "secondary",
            "\"when\": {\"severity\": [\"P1\"]}",
            "\"after\": {\"sla\": \"acknowledge\"}"));
  }

  private static ValidatableResponse escalate(Incident incident, String body) {
    return admin().body(body).post("/v1/escalations/{i}/escalate", incident.id).then();
  }

  private static ValidatableResponse backup(Incident incident) {
    return admin().body("{}").post("/v1/escalations/{i}/backup", incident.id).then();
  }

  private Incident paging(String severity) {
    Incident incident = open(severity);
    awaitPaged(incident, "alice");
    return incident;
  }

  @Test
  void theNextStepIsTakenNowAndNotAgainAtItsHour() {
    Incident incident = paging("P1");

    escalate(incident, "{\"reason\": \"out-of-depth\", \"note\": \"it burns\"}")
        .statusCode(200)
        .body("step", equalTo("secondary"))
        .body("paged", contains(named("bob")))
        .body("reason", containsString("escalated by admin, out of depth, it burns"));

    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));
    later(Duration.ofMinutes(16));
    turnsPass();
    assertThat(paged(incident)).containsOnlyOnce("alice", "bob");
  }

  @Test
  void anAcknowledgedP2IsEscalatedByHandAndTheTimelineSaysWhy() {
    Incident incident = paging("P2");
    incident.acknowledgedBy(named("alice"));

    escalate(incident, "{\"reason\": \"need-authority\"}").statusCode(200);

    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(
                    text ->
                        text.startsWith("Paged ")
                            && text.contains(
                                ": escalated by admin, needs authority: on call as secondary")));
  }

  @Test
  void aChosenTargetIsPaged() {
    Incident incident = paging("P2");

    escalate(
            incident,
            "{\"reason\": \"media\", \"to\": {\"rotation\": \"%s\", \"role\": \"lead\"}}"
                .formatted(own))
        .statusCode(200)
        .body("paged", contains(named("carol")));
    escalate(
            incident,
            "{\"reason\": \"cross-team\", \"to\": {\"person\": \"%s\"}}".formatted(named("dave")))
        .statusCode(200)
        .body("paged", contains(named("dave")));

    awaitPaged(incident, "alice", "carol", "dave");
    soon(() -> assertThat(Mailbox.of(mail("dave"))).hasSize(1));
  }

  @Test
  void theSameRequestWithTheSameKeyEscalatesOnce() {
    Incident incident = paging("P2");
    String body = "{\"reason\": \"media\", \"to\": {\"person\": \"%s\"}}".formatted(named("dave"));

    for (int i = 0; i < 2; i++) {
      admin()
          .header("Idempotency-Key", own)
          .body(body)
          .post("/v1/escalations/{i}/escalate", incident.id)
          .then()
          .statusCode(200)
          .body("paged", contains(named("dave")));
    }

    assertThat(paged(incident)).containsExactly("alice", "dave");
  }

  @Test
  void backupPagesASecondaryWhoseShiftComesBackAgain() {
    Incident incident = paging("P2");
    backup(incident).statusCode(200).body("paged", contains(named("bob")));
    rotation("primary", "alice", "secondary", "dave", "lead", "carol");
    soon(() -> backup(incident).statusCode(200).body("paged", contains(named("dave"))));
    rotation("primary", "alice", "secondary", "bob", "lead", "carol");

    soon(() -> backup(incident).statusCode(200).body("paged", contains(named("bob"))));

    backup(incident).statusCode(200).body("paged", empty());
  }

  @Test
  void whoDoesNotExistCannotBeChosen() {
    Incident incident = paging("P2");

    escalate(incident, "{\"reason\": \"media\", \"to\": {\"person\": \"no-such-person\"}}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/to/person"));
    escalate(
            incident,
            "{\"reason\": \"media\", \"to\": {\"rotation\": \"no-such\", \"role\": \"lead\"}}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/to/rotation"));
    escalate(incident, "{\"reason\": \"media\", \"to\": {\"person\": \"../admin\"}}")
        .statusCode(400);

    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void whileTheRotationServiceIsDownThePersonIsPagedAndTheAnswerSaysThatItWasNotChecked() {
    Incident incident = paging("P2");
    rotations.down(true);

    escalate(
            incident,
            "{\"reason\": \"media\", \"to\": {\"person\": \"%s\"}}".formatted(named("dave")))
        .statusCode(200)
        .header("Watchbill-Not-Checked", "person " + named("dave"))
        .body("paged", contains(named("dave")));
  }

  @Test
  void whoCannotBeReachedIsNotSaidToBePaged() {
    Incident incident = paging("P2");

    escalate(
            incident,
            "{\"reason\": \"media\", \"to\": {\"person\": \"%s\"}}".formatted(named("mute")))
        .statusCode(200)
        .body("paged", empty())
        .body("unreachable", contains(named("mute")));

    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(
                    text ->
                        text.startsWith(
                            "Paged nobody; " + named("mute") + " has no contact method: ")));
  }

  @Test
  void backupPagesTheSecondaryOnceAndLeavesTheIncidentWithItsOwner() {
    Incident incident = paging("P2");
    incident.acknowledgedBy(named("alice"));

    backup(incident)
        .statusCode(200)
        .body("paged", contains(named("bob")))
        .body("reason", containsString("asked for backup by admin"));
    backup(incident).statusCode(200).body("paged", empty());

    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));
    assertThat(paged(incident)).containsExactly("alice", "bob");
  }

  @Test
  void ofManyWhoEscalateAtOnceOneTakesTheStep() throws Exception {
    Incident incident = paging("P1");
    List<Callable<Integer>> people =
        Collections.nCopies(
            6,
            () -> escalate(incident, "{\"reason\": \"business-impact\"}").extract().statusCode());

    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> answer : threads.invokeAll(people)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(paged(incident)).containsExactly("alice", "bob");
  }

  @Test
  void whereNoStepIsLeftSomebodyMustBeChosen() {
    Incident incident = paging("P1");
    escalate(incident, "{\"reason\": \"out-of-depth\"}").statusCode(200);

    escalate(incident, "{\"reason\": \"out-of-depth\"}")
        .statusCode(409)
        .body("detail", containsString("choose a target"));
  }

  @Test
  void aRoleThatNobodyHoldsIsAnsweredSo() {
    escalate(
            paging("P1"),
            "{\"reason\": \"media\", \"to\": {\"rotation\": \"%s\", \"role\": \"empty\"}}"
                .formatted(own))
        .statusCode(409)
        .body("detail", containsString("nobody is on call as empty"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/reason",
        "{\"reason\": \"bored\"}|/reason",
        "{\"reason\": \"media\", \"to\": {}}|/to",
        "{\"reason\": \"media\", \"to\": {\"person\": \"a\", \"role\": \"b\"}}|/to"
      })
  void whatMakesNoSenseIsPointedAt(String body, String pointer) {
    escalate(paging("P1"), body).statusCode(400).body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void aMutedOrResolvedIncidentIsNotEscalated() {
    Incident incident = paging("P1");
    incident.mutedUntil(time.now().plusSeconds(600)).sent();
    escalate(incident, "{\"reason\": \"media\"}").statusCode(409);

    incident.mutedUntil(null).resolved();

    escalate(incident, "{\"reason\": \"media\"}").statusCode(409);
    backup(incident).statusCode(409);
  }

  @Test
  void onlyRespondersAndPeopleWhoWerePagedEscalate() {
    Incident incident = paging("P1");
    String body = "{\"reason\": \"out-of-depth\"}";

    given()
        .auth()
        .oauth2(TestKeys.person(named("stranger")))
        .contentType("application/json")
        .body(body)
        .post("/v1/escalations/{i}/escalate", incident.id)
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(TestKeys.person(named("alice")))
        .contentType("application/json")
        .body(body)
        .post("/v1/escalations/{i}/escalate", incident.id)
        .then()
        .statusCode(200)
        .body("reason", containsString("escalated by " + named("alice")));
  }
}
