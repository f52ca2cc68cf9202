package io.watchbill.rotation.rotation;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All fields of layers and participants, over HTTP; the calendar's own tests go deeper. */
@QuarkusTest
class LayerDefinitionTest {
  private final String id = unique("desk");

  @BeforeEach
  void thereAreFour() {
    team("security", "alice", "bob", "charlie", "dave");
  }

  private static String layer(String rest) {
    return "{\"name\": \"primary\", \"layers\": [{\"name\": \"usual\", " + rest + "}]}";
  }

  private ValidatableResponse put(String body) {
    return admin().body(body).put("/v1/rotations/" + id).then();
  }

  private List<List<String>> people(String from, String to) {
    return viewer()
        .get("/v1/rotations/" + id + "/shifts?from=" + from + "&to=" + to)
        .then()
        .statusCode(200)
        .extract()
        .path("shifts.people");
  }

  @Test
  void turnsAreCountedInWorkedDays() {
    put(body(
            layer(
                """
                "start": "2024-08-05T00:00", "cadence": {"every": 2, "unit": "day"},
                "on": ["mon", "tue", "wed", "thu", "fri"],
                "turns": [["alice"], ["bob"], ["charlie"], ["dave"]]
                """)))
        .statusCode(201);

    assertThat(people("2024-08-05T07:00:00Z", "2024-08-17T07:00:00Z"))
        .containsExactly(
            List.of("alice"),
            List.of("bob"),
            List.of("charlie"),
            List.of("charlie"),
            List.of("dave"),
            List.of("alice"));
  }

  @Test
  void aHigherPriorityWinsWhereItsLayerWorks() {
    put(body(
            """
            {"name": "primary", "layers": [
              {"name": "else", "turns": [["alice"]]},
              {"name": "weekend", "priority": 1, "start": "2026-01-05T00:00", "turns": [["bob"]],
               "restrictions": [{"from": "sat 08:00", "to": "mon 08:00"}]}]}
            """))
        .statusCode(201);

    assertThat(people("2026-01-09T08:00:00Z", "2026-01-13T08:00:00Z"))
        .containsExactly(List.of("alice"), List.of("bob"), List.of("alice"));
  }

  @Test
  void peopleJoinPauseAndLeaveAtTheirDates() {
    put(body(layer(
                """
                "start": "2026-01-05T00:00", "cadence": {"every": 1, "unit": "day"},
                "turns": [["alice"], ["bob"]]
                """))
            .replace(
                "\"roles\"",
                """
                "participants": [{"person": "bob", "from": "2026-01-06", "until": "2026-01-20",
                  "paused": [{"from": "2026-01-08", "until": "2026-01-12", "reason": "surgery"}]}],
                "roles"\
                """))
        .statusCode(201);

    assertThat(people("2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z"))
        .containsOnly(List.of("alice"));
    assertThat(people("2026-01-08T08:00:00Z", "2026-01-12T08:00:00Z"))
        .containsOnly(List.of("alice"));
    assertThat(people("2026-01-12T08:00:00Z", "2026-01-14T08:00:00Z")).contains(List.of("bob"));
    assertThat(people("2026-01-20T08:00:00Z", "2026-01-24T08:00:00Z"))
        .containsOnly(List.of("alice"));
    viewer()
        .get("/v1/rotations/" + id)
        .then()
        .body("participants[0].paused[0].from", equalTo("2026-01-08"))
        .body("participants[0].paused[0]", not(hasKey("reason")));
    admin()
        .get("/v1/rotations/" + id)
        .then()
        .body("participants[0].paused[0].reason", equalTo("surgery"));
  }

  @Test
  void outsideBusinessHoursNobodyIsOnCallByDesign() {
    put(body(layer("\"turns\": [[\"alice\"]]"))
            .replace(
                "\"roles\"",
                "\"mode\": \"business_hours\", \"hours\": {\"windows\":"
                    + " [{\"from\": \"mon 09:00\", \"to\": \"mon 17:00\"}]}, \"roles\""))
        .statusCode(201);

    viewer()
        .get("/v1/rotations/" + id + "/shifts?from=2026-01-05T08:00:00Z&to=2026-01-12T08:00:00Z")
        .then()
        .body("gaps.byDesign", everyItem(equalTo(true)))
        .body("shifts[0].start", equalTo("2026-01-05T17:00:00Z"))
        .body("shifts[0].end", equalTo("2026-01-06T01:00:00Z"));
    viewer()
        .get("/v1/rotations/" + id + "/coverage?days=14")
        .then()
        .body("findings.findAll { it.kind == 'gap' }", empty());
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"start\": \"2026-01-05T09:00\", \"end\": \"2026-01-05T09:00\" | /end",
        "\"end\": \"never\" | /end",
        "\"priority\": 101 | /priority",
        "\"priority\": -1 | /priority",
        "\"on\": [] | /on",
        "\"on\": [\"funday\"] | /on/0",
        "\"on\": [\"mon\", \"mon\"] | /on/1",
        "\"restrictions\": [] | /restrictions",
        "\"restrictions\": [{\"from\": \"mon 09:00\", \"to\": \"mon 09:00\"}] | /restrictions/0",
        "\"restrictions\": [{\"from\": \"mon 24:00\", \"to\": \"tue 09:00\"}] | /restrictions/0/from",
        "\"restrictions\": [{\"from\": \"mon 09:00\", \"to\": \"mon 17:00\"},"
            + " {\"from\": \"mon 16:00\", \"to\": \"mon 18:00\"}] | /restrictions/1",
        "\"restrictions\": [{\"from\": \"sat 08:00\", \"to\": \"mon 08:00\"},"
            + " {\"from\": \"mon 07:00\", \"to\": \"mon 09:00\"}] | /restrictions/1",
        "\"exceptHolidays\": [\"no-such\"] | /exceptHolidays/0",
        "\"onlyHolidays\": [] | /onlyHolidays",
        "\"on\": [\"mon\"], \"start\": \"2026-01-05T00:00\","
            + " \"restrictions\": [{\"from\": \"wed 09:00\", \"to\": \"wed 17:00\"}] | ''",
      })
  void wrongLayersAreNamed(String layer, String pointer) {
    String place = "/roles/0/layers/0" + pointer.replace("''", "");

    put(body(layer(layer + ", \"turns\": [[\"alice\"]]")))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(place));
  }

  @Test
  void aLayerThatAnotherAlwaysHidesIsRefused() {
    put(body(
            """
            {"name": "primary", "layers": [
              {"name": "hidden", "start": "2026-01-05T00:00", "turns": [["alice"]]},
              {"name": "always", "priority": 1, "turns": [["bob"]]}]}
            """))
        .statusCode(400)
        .body("errors.pointer", hasItem("/roles/0/layers/0/priority"));
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"participants\": [null] | /participants/0",
        "\"participants\": [{\"person\": \"bob\"}] | /participants/0/person",
        "\"participants\": [{\"person\": \"alice\"}, {\"person\": \"alice\"}] | /participants/1/person",
        "\"participants\": [{\"person\": \"alice\", \"from\": \"2026-02-01\","
            + " \"until\": \"2026-02-01\"}] | /participants/0/until",
        "\"participants\": [{\"person\": \"alice\", \"from\": \"soon\"}] | /participants/0/from",
        "\"participants\": [{\"person\": \"alice\", \"paused\": [{}]}] | /participants/0/paused/0/from",
        "\"mode\": \"sometimes\" | /mode",
        "\"mode\": \"business_hours\" | /hours",
        "\"hours\": {\"windows\": []} | /hours/windows",
      })
  void wrongParticipantsAndHoursAreNamed(String rest, String pointer) {
    put(body(layer("\"turns\": [[\"alice\"]]")).replace("\"roles\"", rest + ", \"roles\""))
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }
}
