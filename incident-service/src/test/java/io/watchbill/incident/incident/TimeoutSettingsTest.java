package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Api;
import io.watchbill.incident.Message;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Rows;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A changed time-out applies to incidents that are already acknowledged, too. */
@QuarkusTest
class TimeoutSettingsTest {
  @Inject MovableTime time;
  @Inject Database database;

  @BeforeEach
  @AfterEach
  void nothingTimesOut() {
    time.reset();
    timeout("P3", null);
    awaitPassed();
  }

  @Test
  void oneThatIsRaisedWhileItRunsEndsWhenTheNewOneSays() {
    timeout("P3", "PT1H");
    String reference = acknowledged();
    timeout("P3", "PT3H");
    awaitPassed();

    time.advance(Duration.ofHours(2));
    awaitNothingDue();
    assertThat(incident(reference).getString("state")).isEqualTo("acknowledged");

    time.advance(Duration.ofHours(1));
    awaitRound(reference, 2);
  }

  @Test
  void oneThatWasRaisedWhileItsTimerFiredWaitsForTheRest() {
    timeout("P3", "PT3H");
    String reference = acknowledged();
    fireAt(reference, time.now());

    await().untilAsserted(() -> assertThat(due(reference)).isPresent());
    awaitNothingDue();

    assertThat(incident(reference).getString("state")).isEqualTo("acknowledged");
    time.advance(Duration.ofHours(3));
    awaitRound(reference, 2);
  }

  @Test
  void oneThatIsLoweredReachesWhatWasAcknowledgedBefore() {
    timeout("P3", "PT8H");
    String reference = acknowledged();

    timeout("P3", "PT1H");
    awaitPassed();
    time.advance(Duration.ofHours(1));

    awaitRound(reference, 2);
  }

  @Test
  void oneThatIsAddedReachesWhatWasAcknowledgedBefore() {
    String reference = acknowledged();

    timeout("P3", "PT1H");
    awaitPassed();
    time.advance(Duration.ofHours(1));

    awaitRound(reference, 2);
  }

  @Test
  void oneThatIsTakenAwayEndsNothing() {
    timeout("P3", "PT1H");
    String reference = acknowledged();

    timeout("P3", null);
    awaitPassed();

    assertThat(due(reference)).isEmpty();
  }

  @Test
  void oneOfAnIntegrationGoesFirstWheneverItIsSet() {
    timeout("P3", "PT1H");
    String integration = Api.integration(Map.of("defaultSeverity", "P3"));
    String reference = Api.sent(integration, Message.of("disk").firing("a1", "low"));
    act(reference, "acknowledge");

    change(integration, "PT5H");
    awaitPassed();

    assertThat(due(reference)).isPresent();
    assertThat(Duration.between(time.now(), due(reference).get())).isGreaterThan(hours(4));
    change(integration, null);
    awaitPassed();
    assertThat(Duration.between(time.now(), due(reference).get())).isLessThan(hours(2));
  }

  @Test
  void aMutedOneIsLeftToTheEndOfItsMute() {
    String reference = acknowledged();
    admin()
        .body(Map.of("until", time.now().plus(hours(4)).toString(), "reason", "disk change"))
        .post("/v1/incidents/" + reference + "/mute")
        .then()
        .statusCode(200);

    timeout("P3", "PT1H");
    awaitPassed();

    assertThat(due(reference)).isEmpty();
  }

  @Test
  void moreThanOnePassHandlesAtOnceAreAllReached() {
    List<String> references =
        java.util.stream.IntStream.range(0, 210).mapToObj(i -> acknowledged()).toList();

    timeout("P3", "PT2H");

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(references).allSatisfy(one -> assertThat(due(one)).isPresent()));
  }

  private static Duration hours(int count) {
    return Duration.ofHours(count);
  }

  private static String acknowledged() {
    String reference = opened("P3");
    act(reference, "acknowledge");
    return reference;
  }

  private static void timeout(String severity, String after) {
    admin()
        .body(Collections.singletonMap("after", after))
        .put("/v1/severities/" + severity + "/acknowledgement-timeout")
        .then()
        .statusCode(200);
  }

  private static void change(String integration, String after) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Alertmanager");
    body.put("kind", "alertmanager");
    body.put("team", "security");
    body.put("defaultSeverity", "P3");
    body.put("acknowledgementTimeout", after);
    admin().body(body).put("/v1/integrations/" + integration).then().statusCode(200);
  }

  private static void awaitRound(String reference, int round) {
    await().untilAsserted(() -> assertThat(incident(reference).getInt("round")).isEqualTo(round));
  }

  private Optional<Instant> due(String reference) {
    UUID id = UUID.fromString(incident(reference).getString("id"));
    return database
        .read(
            tx ->
                tx.one(
                    "SELECT due FROM timer WHERE kind = 'acknowledgement-timeout' AND key = $1",
                    id.toString()))
        .map(row -> Rows.instant(row, "due"));
  }

  private void fireAt(String reference, Instant at) {
    String id = incident(reference).getString("id");
    database.inTransaction(
        tx ->
            tx.update(
                "UPDATE timer SET due = $2, retry_at = $2 WHERE kind = 'acknowledgement-timeout'"
                    + " AND key = $1",
                id,
                at));
    await().untilAsserted(() -> assertThat(due(reference)).isNotEqualTo(Optional.of(at)));
  }

  private void awaitPassed() {
    awaitNone("kind = 'acknowledgement-timeouts-changed' AND key NOT LIKE 'PT2M%'");
  }

  private void awaitNothingDue() {
    awaitNone("due <= $1", time.now());
  }

  private void awaitNone(String condition, Object... values) {
    await()
        .until(
            () ->
                database
                    .read(tx -> tx.query("SELECT 1 FROM timer WHERE " + condition, values))
                    .isEmpty());
  }
}
