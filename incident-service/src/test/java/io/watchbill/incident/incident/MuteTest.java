package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mutes and snoozes, always with an end and a reason. */
@QuarkusTest
class MuteTest {
  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private ValidatableResponse mute(String reference, String how, Duration length) {
    return admin()
        .body(
            Map.of(
                "until", time.now().plus(length).toString(), "reason", "The disk is being changed"))
        .post("/v1/incidents/" + reference + "/" + how)
        .then();
  }

  private static JsonPath snapshot(String reference) {
    return as(TestKeys.service())
        .body(Map.of("ids", List.of(incident(reference).getString("id"))))
        .post("/v1/snapshots")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void awaitRound(String reference, int round) {
    await().untilAsserted(() -> assertThat(incident(reference).getInt("round")).isEqualTo(round));
  }

  @Test
  void aMutedIncidentSaysUntilWhenByWhomAndWhyAndItsSnapshotToo() {
    String reference = opened("P1");

    JsonPath muted =
        mute(reference, "mute", Duration.ofHours(2)).statusCode(200).extract().jsonPath();

    assertThat(muted.getString("mute.kind")).isEqualTo("mute");
    assertThat(muted.getString("mute.reason")).isEqualTo("The disk is being changed");
    assertThat(muted.getString("mute.by")).isEqualTo("admin");
    assertThat(snapshot(reference).getString("items[0].mutedUntil"))
        .isEqualTo(muted.getString("mute.until"));
    assertThat(kinds(reference)).containsExactly("triggered", "muted");
  }

  @Test
  void theEndOfAMuteBeginsARound() {
    String reference = opened("P3");
    mute(reference, "mute", Duration.ofHours(2)).statusCode(200);

    time.advance(Duration.ofHours(2));

    awaitRound(reference, 2);
    assertThat(incident(reference).getString("mute")).isNull();
    assertThat(snapshot(reference).getString("items[0].mutedUntil")).isNull();
    assertThat(kinds(reference)).containsExactly("triggered", "muted", "mute-over");
  }

  @Test
  void whoAcknowledgesAMutedIncidentIsNotPagedAtItsEnd() {
    String reference = opened("P3");
    mute(reference, "mute", Duration.ofHours(2)).statusCode(200);
    act(reference, "acknowledge");

    time.advance(Duration.ofHours(2));

    await().untilAsserted(() -> assertThat(kinds(reference)).contains("mute-over"));
    assertThat(incident(reference).getString("state")).isEqualTo("acknowledged");
    assertThat(incident(reference).getInt("round")).isEqualTo(1);
  }

  @Test
  void aSnoozeAcknowledgesAndComesBack() {
    String reference = opened("P3");

    mute(reference, "snooze", Duration.ofHours(2))
        .statusCode(200)
        .body("state", equalTo("acknowledged"));
    time.advance(Duration.ofHours(2));

    awaitRound(reference, 2);
    assertThat(incident(reference).getString("state")).isEqualTo("triggered");
  }

  @Test
  void unmutingBeginsARoundAtOnceAndTheEndThenBringsNothing() {
    String reference = opened("P3");
    String other = opened("P3");
    mute(reference, "mute", Duration.ofHours(2)).statusCode(200);
    mute(other, "mute", Duration.ofHours(2)).statusCode(200);

    act(reference, "unmute");

    assertThat(incident(reference).getInt("round")).isEqualTo(2);
    time.advance(Duration.ofHours(2));
    awaitRound(other, 2);
    assertThat(incident(reference).getInt("round")).isEqualTo(2);
  }

  @Test
  void anEndThatIsPastOrFarAwayIsPointedAt() {
    String reference = opened("P1");

    for (Duration length : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(32))) {
      mute(reference, "mute", length).statusCode(400).body("errors[0].pointer", equalTo("/until"));
    }
  }

  @Test
  void aMuteWithoutEndOrReasonIsNone() {
    admin()
        .body(Map.of())
        .post("/v1/incidents/" + opened("P1") + "/mute")
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/until", "/reason"));
  }

  @Test
  void whatIsResolvedCannotBeMuted() {
    String reference = opened("P1");
    act(reference, "resolve");

    mute(reference, "mute", Duration.ofHours(1)).statusCode(409);
  }
}
