package io.watchbill.rotation.cover;

import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakingCoverTest extends ShiftToCover {
  @Test
  void theTakerHasThatPartOfTheShift() {
    String request = asked(dentist());

    take(request, "dave")
        .statusCode(200)
        .body("state", equalTo("taken"))
        .body("takenBy", equalTo("dave"))
        .body("overrides", hasSize(1));

    assertThat(primaries()).containsExactly(List.of("bob"), List.of("dave"), List.of("bob"));
    viewer()
        .get("/v1/rotations/" + id + "/overrides")
        .then()
        .body("items[0].reason", equalTo("dentist"))
        .body("items[0].author", equalTo("person:dave"));
  }

  @Test
  void aShiftThatWasTakenCanBeTakenOverAgain() {
    take(asked(dentist()), "dave").statusCode(200);
    Map<String, Object> body = dentist();
    body.put("to", "2027-01-06T05:00:00Z");
    String request =
        as(TestKeys.person("dave")).body(body).post(requests()).then().extract().header("Location");

    take(request, "alice").statusCode(200);

    assertThat(primaries())
        .containsExactly(List.of("bob"), List.of("alice"), List.of("dave"), List.of("bob"));
  }

  @Test
  void ofManyTakersExactlyOneWins() throws Exception {
    String request = asked(dentist());
    List<String> takers = List.of("alice", "charlie", "dave");
    List<Integer> statuses;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Integer>> tries =
          Stream.concat(takers.stream(), takers.stream())
              .map(person -> (Callable<Integer>) () -> take(request, person).extract().statusCode())
              .toList();
      statuses = threads.invokeAll(tries).stream().map(Future::resultNow).toList();
    }

    String winner = viewer().get(request).then().extract().path("takenBy");
    assertThat(takers).contains(winner);
    assertThat(statuses).containsOnly(200, 409);
    assertThat(statuses).filteredOn(status -> status == 200).hasSizeBetween(1, 2);
    assertThat(primaries()).containsExactly(List.of("bob"), List.of(winner), List.of("bob"));
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", hasSize(1));
  }

  @Test
  void nobodyTakesTheirOwn() {
    take(asked(dentist()), "bob")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/person"))
        .body("detail", containsString("people cannot cover for themselves"));
  }

  @Test
  void aRequestIsTakenOnce() {
    String request = asked(dentist());
    take(request, "dave").statusCode(200);

    take(request, "alice").statusCode(409).body("type", equalTo("/errors.html#taken"));
    take(request, "dave").statusCode(200).body("takenBy", equalTo("dave"));
  }

  @Test
  void aWithdrawnRequestCannotBeTaken() {
    String request = asked(dentist());
    as(TestKeys.person("bob"))
        .post(request + "/withdraw")
        .then()
        .statusCode(200)
        .body("state", equalTo("withdrawn"));

    take(request, "dave").statusCode(409).body("type", equalTo("/errors.html#withdrawn"));
    assertThat(primaries()).containsExactly(List.of("bob"));
  }

  @Test
  void aRequestWhoseShiftIsOverCannotBeTaken() {
    String request = asked(dentist());
    time.set(Instant.parse(WEDNESDAY));

    take(request, "dave").statusCode(409).body("type", equalTo("/errors.html#over"));
  }

  @Test
  void onceItHasBegunTheRestIsTaken() {
    String request = asked(dentist());
    time.set(Instant.parse("2027-01-06T00:00:00Z"));

    take(request, "dave").statusCode(200);

    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary&at=2027-01-05T23:00:00Z")
        .then()
        .body("items[0].people", contains("bob"));
    viewer()
        .get("/v1/on-call?rotation=" + id + "&role=primary&at=2027-01-06T01:00:00Z")
        .then()
        .body("items[0].people", contains("dave"));
  }

  @Test
  void onlyWhoIsAskedTakesIt() {
    Map<String, Object> body = dentist();
    body.put("ask", Map.of("person", "alice"));
    String request = asked(body);

    take(request, "dave").statusCode(403);
    take(request, "alice").statusCode(200);
  }
}
