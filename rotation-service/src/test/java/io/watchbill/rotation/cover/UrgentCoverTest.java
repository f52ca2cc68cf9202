package io.watchbill.rotation.cover;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.id.Ids;
import io.watchbill.rotation.NotifiedPeople;
import io.watchbill.testkit.ServerUnderTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One candidate after the other is asked. */
@QuarkusTest
class UrgentCoverTest extends ShiftToCover {
  /** Creates a rotation with people of its own: b is on call, c leads, d is absent. */
  private String urgentlyAsked(String own) {
    String team = "team-" + own;
    team(team, "a-" + own, "b-" + own, "c-" + own, "d-" + own, "e-" + own);
    admin()
        .body(
            body(
                    weekly("primary", "2026-12-28T09:00", "a-" + own + " b-" + own),
                    standing("lead", "c-" + own))
                .replace("\"team\": \"security\"", "\"team\": \"" + team + "\""))
        .put("/v1/rotations/r-" + own)
        .then()
        .statusCode(201);
    admin()
        .body(Map.of("from", TUESDAY, "to", WEDNESDAY))
        .post("/v1/people/d-" + own + "/absences")
        .then()
        .statusCode(201);
    Map<String, Object> body = dentist();
    body.put("person", "b-" + own);
    body.put("urgent", true);
    return admin()
        .body(body)
        .post("/v1/rotations/r-" + own + "/cover-requests")
        .then()
        .statusCode(201)
        .body("askedInTurn", contains("a-" + own))
        .extract()
        .header("Location");
  }

  private void minutesPass(int minutes) {
    time.advance(Duration.ofMinutes(minutes));
  }

  private static List<String> askedInTurn(String request) {
    return viewer().get(request).then().extract().path("askedInTurn");
  }

  @Test
  void urgentCoverIsAskedOfOnePersonAfterTheOther() {
    String own = Ids.next().toString().substring(24);
    String request = urgentlyAsked(own);
    assertThat(NotifiedPeople.about("r-" + own))
        .containsExactly("cover-asked lead", "cover-urgent a-" + own);

    minutesPass(6);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> askedInTurn(request).equals(List.of("a-" + own, "e-" + own)));
    minutesPass(6);
    await().atMost(Duration.ofSeconds(60)).until(() -> askedInTurn(request).size() == 3);
    minutesPass(6);

    // People on call come last, absent ones not at all.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(NotifiedPeople.about("r-" + own))
                    .containsExactly(
                        "cover-asked lead",
                        "cover-urgent a-" + own,
                        "cover-urgent e-" + own,
                        "cover-urgent c-" + own,
                        "cover-untaken lead"));
  }

  @Test
  void onceTakenNobodyElseIsAsked() {
    String own = Ids.next().toString().substring(24);
    String request = urgentlyAsked(own);

    admin().body(Map.of("person", "e-" + own)).post(request + "/take").then().statusCode(200);

    minutesPass(6);
    await().atMost(Duration.ofSeconds(60)).until(() -> !waits(request));
    assertThat(askedInTurn(request)).containsExactly("a-" + own);
  }

  /** Returns whether the next candidate is still to be asked. */
  private static boolean waits(String request) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT 1 FROM rotation.timer WHERE kind = 'cover-turn' AND key = ?")) {
      statement.setString(1, request.substring(request.lastIndexOf('/') + 1));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
