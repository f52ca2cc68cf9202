package io.watchbill.rotation.shiftnotice;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.rotation.NotifiedPeople;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticeTest {
  @Inject MovableTime time;

  private final String id = unique("security");

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  /** Alice's week ends, and bob's begins, on Monday 2027-01-04 17:00 UTC. */
  private void made(String now) {
    time.set(Instant.parse(now));
    rotation(
        id, weekly("primary", "2026-01-05T09:00", "alice bob charlie"), standing("lead", "carol"));
    awaitTimer();
  }

  /** Waits until the timer is set to an instant ahead. */
  private void awaitTimer() {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> due().map(at -> at.isAfter(time.now())).orElse(false));
  }

  private java.util.Optional<Instant> due() throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT due FROM rotation.timer WHERE kind = 'shift-times' AND key = ?")) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? java.util.Optional.of(rows.getTimestamp(1).toInstant())
            : java.util.Optional.empty();
      }
    }
  }

  private void moveTo(String instant) {
    time.set(Instant.parse(instant));
    awaitTimer();
  }

  /** Other tests make the same people absent, and the lead is notified of that too. */
  private List<String> aboutShifts() {
    return NotifiedPeople.about(id).stream().filter(notice -> notice.startsWith("shift")).toList();
  }

  @Test
  void aPersonIsNotifiedADayBeforeTheirShift() {
    made("2027-01-03T16:59:30Z");
    assertThat(aboutShifts()).isEmpty();

    moveTo("2027-01-03T17:00:30Z");

    assertThat(aboutShifts()).containsExactly("shift-soon bob");
    JsonPath notice = NotifiedPeople.ofKind(id, "shift-soon").getFirst();
    assertThat(notice.getString("title"))
        .isEqualTo("You will be on call as primary of Security in 24 hours");
    assertThat(notice.getString("at")).isEqualTo("2027-01-03T17:00:00Z");
    assertThat(notice.getString("team")).isEqualTo("security");
  }

  @Test
  void peopleAreNotifiedWhenAShiftBeginsAndEnds() {
    made("2027-01-04T16:59:30Z");

    moveTo("2027-01-04T17:00:30Z");
    moveTo("2027-01-04T17:01:30Z");

    assertThat(aboutShifts()).containsExactlyInAnyOrder("shift-ends alice", "shift-begins bob");
  }

  @Test
  void nobodyIsNotifiedOfTheDistantPast() {
    made("2027-01-04T16:00:00Z");

    moveTo("2027-01-06T17:00:00Z");

    assertThat(aboutShifts()).isEmpty();
  }

  @Test
  void peopleAreNotifiedOfChangesToTheirShiftsAndTheirAuthor() {
    made("2027-01-04T18:00:00Z");

    admin()
        .body(
            body(
                weekly("primary", "2026-01-05T09:00", "alice bob dave"), standing("lead", "carol")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    List<JsonPath> notified = NotifiedPeople.ofKind(id, "shifts-changed");
    assertThat(notified).extracting(n -> n.getString("person")).containsExactly("charlie", "dave");
    assertThat(notified.getFirst().getString("title"))
        .isEqualTo("Your shifts in Security were changed by the automation admin");
    assertThat(notified.getFirst().getString("text"))
        .startsWith("No longer: primary from Mon 11 Jan 17:00 to Mon 18 Jan 17:00 UTC");
  }
}
