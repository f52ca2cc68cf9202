package io.watchbill.rotation.shift;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ShiftTest {
  private static final String PRIMARY = weekly("primary", "2026-01-05T09:00", "alice bob charlie");
  private static final String TWO_WEEKS = "from=2026-03-02T17:00:00Z&to=2026-03-16T16:00:00Z";

  private static String shifts(String id) {
    return "/v1/rotations/" + id + "/shifts?";
  }

  @Test
  void aShiftSaysWhoHoldsWhichRoleWhenAndWhy() {
    String id = unique("security");
    rotation(id, PRIMARY, follower("secondary", "primary", 1), standing("lead", "carol"));

    viewer()
        .get(shifts(id) + TWO_WEEKS + "&role=primary")
        .then()
        .statusCode(200)
        .body("shifts", hasSize(2))
        .body("shifts[0].id", equalTo(id + "/primary/weekly/1/8"))
        .body("shifts[0].role", equalTo("primary"))
        .body("shifts[0].layer", equalTo("weekly"))
        .body("shifts[0].people", contains("charlie"))
        .body("shifts[0].start", equalTo("2026-03-02T17:00:00Z"))
        .body("shifts[0].end", equalTo("2026-03-09T16:00:00Z"))
        .body("shifts[0].reason", equalTo("turn 8 of weekly"))
        .body("shifts[1].people", contains("alice"))
        .body("gaps", empty());
  }

  @Test
  void allRolesComeTogether() {
    String id = unique("security");
    rotation(id, PRIMARY, follower("secondary", "primary", 1), standing("lead", "carol"));

    viewer()
        .get(shifts(id) + "from=2026-03-03T00:00:00Z&to=2026-03-04T00:00:00Z")
        .then()
        .body("shifts.role", contains("primary", "secondary", "lead"))
        .body("shifts.people", contains(List.of("charlie"), List.of("alice"), List.of("carol")));
  }

  @Test
  void withoutOverridesEachLayerHasItsOwnShifts() {
    String id = unique("security");
    Instant from =
        Clock.systemUTC().instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS);
    Instant to = from.plus(Duration.ofDays(1));
    String nextWeek = "from=" + from + "&to=" + to;
    rotation(id, standing("lead", "carol"));
    admin()
        .body(
            Map.of("role", "lead", "person", "dave", "from", from.toString(), "to", to.toString()))
        .post("/v1/rotations/" + id + "/overrides")
        .then()
        .statusCode(201);

    var last = viewer().get(shifts(id) + nextWeek).then();
    last.body("shifts.people", contains(List.of("dave")));
    viewer()
        .header("If-None-Match", last.extract().header("ETag"))
        .get(shifts(id) + nextWeek + "&overrides=false")
        .then()
        .statusCode(200)
        .body("shifts.people", contains(List.of("carol")));
  }

  @Test
  void beforeTheStartThereIsAGap() {
    String id = unique("security");
    rotation(id, PRIMARY);

    viewer()
        .get(shifts(id) + "from=2026-01-01T00:00:00Z&to=2026-01-06T00:00:00Z")
        .then()
        .body("gaps", hasSize(1))
        .body("gaps[0].role", equalTo("primary"))
        .body("gaps[0].start", equalTo("2026-01-01T00:00:00Z"))
        .body("gaps[0].end", equalTo("2026-01-05T17:00:00Z"));
  }

  @Test
  void anUnchangedFeedIsNotSentAgain() {
    String id = unique("security");
    rotation(id, PRIMARY);
    String tag = viewer().get(shifts(id) + TWO_WEEKS).then().extract().header("ETag");

    viewer().header("If-None-Match", tag).get(shifts(id) + TWO_WEEKS).then().statusCode(304);
    viewer()
        .header("If-None-Match", tag)
        .get(shifts(id) + "from=2026-03-02T17:00:00Z&to=2026-03-17T16:00:00Z")
        .then()
        .statusCode(200);
    admin()
        .body(body(weekly("primary", "2026-01-05T09:00", "alice bob")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);
    viewer().header("If-None-Match", tag).get(shifts(id) + TWO_WEEKS).then().statusCode(200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "to=2026-03-02T17:00:00Z, from",
    "from=2026-03-02T17:00:00Z, to",
    "from=now&to=2026-03-02T17:00:00Z, from",
    "from=2026-03-02&to=2026-03-03T17:00:00Z, from",
    "from=2026-03-02T17:00:00Z&to=2026-03-02T17:00:00Z, to",
    "from=2026-03-02T17:00:00Z&to=2026-03-01T17:00:00Z, to",
    "from=2026-03-02T17:00:00Z&to=2027-05-02T17:00:00Z, to",
    "from=2026-03-02T17:00:00Z&to=%2B10000-01-01T00:00:00Z, to",
    "from=-999999999-01-01T00:00:00Z&to=2026-03-02T17:00:00Z, from",
    "from=%00&to=2026-03-02T17:00:00Z, from",
  })
  void aRangeThatIsNoneIsRefused(String range, String pointer) {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));

    viewer()
        .urlEncodingEnabled(false)
        .get(shifts(id) + range)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void anOffsetIsUnderstoodAlsoUnencoded() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));

    viewer()
        .urlEncodingEnabled(false)
        .get(shifts(id) + "from=2026-03-02T17:00:00+01:00&to=2026-03-02T17:00:00Z")
        .then()
        .statusCode(200)
        .body("shifts[0].start", equalTo("2026-03-02T16:00:00Z"));
  }

  @Test
  void tooLongRangesAreRefused() {
    String id = unique("hourly");
    String layers =
        java.util.stream.IntStream.range(0, 10)
            .mapToObj(
                i ->
                    "{\"name\": \"l"
                        + i
                        + "\", \"start\": \"2026-01-01T00:00\", \"cadence\": {\"every\": 1,"
                        + " \"unit\": \"hour\"}, \"turns\": [[\"alice\"]]}")
            .collect(java.util.stream.Collectors.joining(","));
    rotation(id, "{\"name\": \"p\", \"layers\": [" + layers + "]}");

    viewer()
        .get(shifts(id) + "from=2026-03-01T00:00:00Z&to=2027-03-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("detail", containsString("50000"));
  }

  @Test
  void anUnknownRoleOrRotationIsAProblem() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));

    viewer().get(shifts(id) + TWO_WEEKS + "&role=captain").then().statusCode(404);
    viewer().get(shifts(unique("ghost")) + TWO_WEEKS).then().statusCode(404);
  }
}
