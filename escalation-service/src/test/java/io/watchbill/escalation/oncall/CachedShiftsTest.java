package io.watchbill.escalation.oncall;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Answer;
import io.watchbill.escalation.testing.FakeRotations;
import io.watchbill.escalation.testing.FakeRotations.Mood;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rotation-service that is down stops no page. */
@QuarkusTest
class CachedShiftsTest extends ServiceTest {

  private void awaitAsked(long times) {
    soon(() -> assertThat(rotations.asked(own)).isGreaterThanOrEqualTo(times));
    turnsPass();
  }

  @Test
  void pagingGoesOnByTheCachedShiftsAcrossAHandover() {
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
    reachableByMail("alice", "bob");
    policy(step("primary", "primary", "\"repeat\": {\"every\": \"PT2H\", \"times\": 1}"));
    awaitAsked(1);

    rotations.down(true);
    Incident incident = open("P1");
    awaitPaged(incident, "alice");
    later(Duration.ofHours(2));

    soon(() -> assertThat(paged(incident)).contains("alice", "bob"));
  }

  @Test
  void aChangeIsFetchedAtOnce() {
    rotation("primary", "alice");
    reachableByMail("alice", "bob");
    policy(step("primary", "primary"));
    awaitAsked(1);

    rotation("primary", "bob");
    given()
        .auth()
        .oauth2(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(
            """
            [{"specversion": "1.0", "id": "e", "source": "/rotation-service",
              "type": "rotation.changed", "data": {"rotation": "%s"}}]\
            """
                .formatted(own))
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items[0].status", equalTo("ACCEPTED"));
    turnsPass();

    awaitPaged(open("P1"), "bob");
  }

  @Test
  void changesAreSeenWithinSecondsWithoutAnyEvent() {
    rotation("primary", "alice");
    reachableByMail("alice", "bob");
    policy(step("primary", "primary"));
    awaitAsked(1);
    rotation("primary", "bob");
    long asked = rotations.asked(own);

    awaitAsked(asked + 2);

    awaitPaged(open("P1"), "bob");
  }

  private String rehearsed() {
    return admin()
        .body("{\"facts\": {\"severity\": \"P1\"}}")
        .post("/v1/policies/{id}/dry-run", own)
        .then()
        .statusCode(200)
        .extract()
        .path("pages[0].reason");
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void pagesGoOutInTimeByTheCachedAnswerAndSaySo(Mood mood) {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    awaitAsked(1);

    rotations.is(mood);
    // The rotations of all tests are asked for, and a slow one is waited for.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(rehearsed()).contains("; cached answer of "));
    Incident incident = open("P1");

    awaitPaged(incident, "alice");
    Answer page = get("/v1/pages?incident=" + incident.id);
    assertThat(page.getString("items[0].reason"))
        .contains("on call as primary")
        .contains("; cached answer of ")
        .contains(", the rotation-service ");
    assertThat(Instant.parse(page.getString("items[0].createdAt")))
        .isBefore(incident.triggered().plus(Duration.ofSeconds(5)));
  }

  @Test
  void anAnswerEndsTheDoubt() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    awaitAsked(1);
    rotations.is(Mood.WRONG);
    soon(() -> assertThat(rehearsed()).contains("; cached answer of "));

    rotations.is(Mood.WELL);

    soon(() -> assertThat(rehearsed()).doesNotContain("cached answer"));
  }
}
