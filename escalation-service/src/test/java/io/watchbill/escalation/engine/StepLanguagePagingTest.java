package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.plan.wording.Wording;
import io.watchbill.escalation.testing.Answer;
import io.watchbill.escalation.testing.FakeRotations;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The step language through the API: holds, several acknowledgements, targets, conditions. */
@QuarkusTest
class StepLanguagePagingTest extends ServiceTest {

  private void awaitKept() {
    soon(() -> assertThat(rotations.asked(own)).isPositive());
    turnsPass();
  }

  /** Alice from then on; before, nobody by design. */
  private void keepsHours(Instant from) {
    rotations.with(
        own,
        FakeRotations.shift(
            "primary", named("alice"), from.toString(), from.plus(Duration.ofHours(8)).toString()),
        FakeRotations.off("primary", time.now().minus(Duration.ofDays(1)), from));
  }

  private Answer escalations(Incident incident) {
    return get("/v1/escalations?incident=" + incident.id);
  }

  /** Acknowledges the first page as somebody, by the link in the mail. */
  private void acknowledgeByLinkOf(String person) {
    io.restassured.RestAssured.given().post(linkOf(person)).then().statusCode(200);
  }

  @Test
  void aRotationThatKeepsHoursHoldsItsPagesWhereEverybodyCanSeeThem() {
    Instant morning = time.now().plus(Duration.ofHours(8));
    keepsHours(morning);
    reachableByMail("alice");
    policy(step("primary", "primary"));
    awaitKept();

    Incident incident = open("P1");

    soon(() -> assertThat(escalations(incident).getList("items[0].held")).hasSize(1));
    assertThat(escalations(incident).getString("items[0].held[0].until"))
        .isEqualTo(morning.toString());
    assertThat(escalations(incident).getString("items[0].held[0].reason"))
        .contains(
            "outside the working hours of "
                + own
                + " until "
                + Wording.instant(morning, ZoneOffset.UTC));
    assertThat(this.<String>values("/v1/escalations?held=true&limit=500", "items.incident"))
        .contains(incident.id);
    assertThat(paged(incident)).isEmpty();
    later(Duration.ofHours(8));
    awaitPaged(incident, "alice");
    assertThat(escalations(incident).getList("items[0].held")).isEmpty();
    assertThat(alarms(incident)).isEmpty();
  }

  @Test
  void aSeverityThatOverridesWorkingHoursIsPagedAtOnce() {
    Instant morning = time.now().plus(Duration.ofHours(8));
    keepsHours(morning);
    reachableByMail("alice");
    putPolicy(
        own,
        "\"evenOutsideWorkingTime\": [\"P0\"], \"defaultFor\": [\"" + own + "\"]",
        step("primary", "primary"));
    awaitKept();

    awaitPaged(open("P0"), "alice");
  }

  @Test
  void workingTimeThatIsNotKnownHoldsNobodyBack() {
    rotation("primary", "alice");
    reachableByMail("alice");
    rotations.knowsNoWorkingTime("rotations/" + own);
    policy(
        step(
            "primary",
            "primary",
            "\"when\": {\"workingTime\": {\"of\": {\"rotation\": \"" + own + "\"}}}"));
    awaitKept();

    Incident incident = open("P1");

    awaitPaged(incident, "alice");
    assertThat(get("/v1/pages?incident=" + incident.id).getString("items[0].reason"))
        .contains("the working hours of " + own + " are not known");
  }

  @Test
  void eachResponderIsAskedInTheirOwnWorkingTime() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    rotations.works(
        "people/" + named("alice"), time.now().minusSeconds(600), time.now().plusSeconds(3_600));
    rotations.works(
        "people/" + named("bob"), time.now().plusSeconds(3_600), time.now().plusSeconds(7_200));
    String inside = "\"when\": {\"workingTime\": {\"of\": \"responder\", \"is\": \"inside\"}}";
    policy(step("one", "primary", inside), step("two", "secondary", inside));
    awaitKept();
    soon(
        () ->
            assertThat(rotations.askedFor("/v1/people/" + named("bob") + "/working-time"))
                .isPositive());
    turnsPass();

    Incident incident = open("P1");

    awaitPaged(incident, "alice");
    later(Duration.ofHours(1));
    awaitPaged(incident, "alice", "bob");
  }

  @Test
  void aStepGoesOnUntilTwoPeopleHaveAcknowledgedForThoseWhoHaveNot() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    String both =
        """
        {"name": "both", "acknowledgements": 2, "repeat": {"every": "PT5M", "times": 5},
         "notify": [{"rotation": "%1$s", "role": "primary"},
                    {"rotation": "%1$s", "role": "secondary"}]}\
        """
            .formatted(own);
    policy(both);
    awaitKept();
    Incident incident = open("P0");
    awaitPaged(incident, "alice", "bob");

    acknowledgeByLinkOf("alice");
    incident.acknowledgedBy(named("alice"));
    later(Duration.ofMinutes(5));
    awaitPaged(incident, "alice", "bob", "bob");
    acknowledgeByLinkOf("bob");
    later(Duration.ofMinutes(5));

    soon(() -> assertThat(outcomes(incident)).containsExactly("paged", "paged", "skipped"));
    assertThat(escalations(incident).getString("items[0].steps[2].reason"))
        .startsWith("acknowledged by " + named("alice") + ", " + named("bob") + " (");
    assertThat(incidents.events("page.acknowledged", incident.id)).hasSize(2);
  }

  @Test
  void whatIsHeldIsPagedWhenSomebodyComesOnCall() {
    Instant then = time.now().plus(Duration.ofHours(2));
    rotations.with(
        own,
        FakeRotations.shift(
            "primary", named("alice"), then.toString(), then.plus(Duration.ofDays(7)).toString()));
    reachableByMail("alice");
    policy(step("primary", "primary", "\"ifNobody\": \"hold\""));
    awaitKept();

    Incident incident = open("P1");

    soon(() -> assertThat(escalations(incident).getList("items[0].held")).hasSize(1));
    assertThat(alarms(incident)).isEmpty();
    later(Duration.ofHours(2));
    awaitPaged(incident, "alice");
  }

  @Test
  void theWholeTeamTheCommanderAndTheNextOnCallArePaged() {
    Instant handover = time.now().plus(Duration.ofHours(2));
    rotations.with(
        own,
        FakeRotations.shift(
            "primary", named("alice"), time.now().minusSeconds(60).toString(), handover.toString()),
        FakeRotations.shift(
            "primary",
            named("bob"),
            handover.toString(),
            handover.plus(Duration.ofDays(7)).toString()));
    rotations.ofTeam(own, own);
    reachableByMail("alice", "bob", "carol", "dora");
    policy(
        "{\"name\": \"team\", \"notify\": [{\"team\": \"%s\"}]}".formatted(own),
        "{\"name\": \"commander\", \"notify\": [{\"commander\": true}], \"ifNobody\": {\"fallback\": {\"person\": \"%s\"}}}"
            .formatted(named("carol")),
        "{\"name\": \"next\", \"notify\": [{\"rotation\": \"%s\", \"role\": \"primary\", \"shift\": \"next\"}]}"
            .formatted(own));
    awaitKept();

    awaitPaged(open("P1"), "alice", "carol", "bob");
    awaitPaged(
        open(new Incident(own, "P1", time.now()).commandedBy(named("dora"))),
        "alice",
        "dora",
        "bob");
  }

  @Test
  void typesAndRestrictionAreConditions() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice", "bob");
    policy(
        step("phishing", "primary", "\"when\": {\"type\": [\"phishing\"]}"),
        step("restricted", "secondary", "\"when\": {\"restricted\": true}"));
    awaitKept();

    awaitPaged(open(new Incident(own, "P1", time.now()).ofType("phishing")), "alice");
    awaitPaged(open(new Incident(own, "P1", time.now()).restricted()), "bob");
  }

  @Test
  void afterFiftyRepeatsTheLastIsDueAtTheMicrosecond() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("again", "primary", "\"repeat\": {\"every\": \"PT1M0.000007S\", \"times\": 50}"));
    awaitKept();
    Incident incident = open("P1");
    awaitPaged(incident, "alice");

    for (int calls = 2; calls <= 51; calls++) {
      int made = calls;
      later(Duration.ofMinutes(1).plusNanos(7_000));
      soon(() -> assertThat(outcomes(incident)).hasSize(made));
    }

    Answer steps = escalations(incident);
    assertThat(Instant.parse(steps.getString("items[0].steps[50].due")))
        .isEqualTo(incident.triggered().plusNanos(50 * 60_000_007_000L));
  }
}
