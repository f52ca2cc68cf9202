package io.watchbill.rotation;

import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.watchbill.testkit.TestKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the error is the sender's (4xx), never ours (5xx). */
@QuarkusTest
class HostileInputTest {
  private static final List<String> VALUES =
      List.of(
          "%00",
          "a%00b",
          "%F0%9F%98%80",
          "%FF%FE",
          "'%20OR%20'1'='1",
          "..%2F..%2Fetc",
          "x".repeat(3000),
          "-1",
          "99999999999999999999",
          "0000-00-00T00:00:00Z",
          "%2B999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "AAAA",
          "%7B%7D");

  private static final List<String> GETS =
      List.of(
          "/v1/people?limit={}",
          "/v1/people?cursor={}",
          "/v1/people?archived={}",
          "/v1/people/{}",
          "/v1/teams?cursor={}",
          "/v1/teams/{}",
          "/v1/rotations?cursor={}",
          "/v1/rotations/{}",
          "/v1/rotations/{}/versions",
          "/v1/rotations/{}/shifts?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z",
          "/v1/rotations/ID/shifts?from={}&to={}",
          "/v1/rotations/ID/shifts?from=2026-01-01T00:00:00Z&to={}",
          "/v1/rotations/ID/shifts?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&role={}",
          "/v1/rotations/ID/overrides?cursor={}",
          "/v1/rotations/ID/overrides?from={}",
          "/v1/rotations/ID/overrides/{}",
          "/v1/rotations/ID/working-time?from={}&to={}",
          "/v1/people/{}/working-time?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z",
          "/v1/people/{}/working-hours",
          "/v1/teams/{}/working-hours",
          "/v1/working-time/at?rotation={}",
          "/v1/working-time/at?rotation=ID&at={}",
          "/v1/working-time/add?rotation=ID&from={}&days=1",
          "/v1/working-time/add?rotation=ID&days={}",
          "/v1/working-time/add?rotation=ID&duration={}",
          "/v1/rotations/ID/cover-requests?cursor={}",
          "/v1/rotations/ID/cover-requests?state={}",
          "/v1/rotations/ID/cover-requests/{}",
          "/v1/rotations/ID/swaps?cursor={}",
          "/v1/rotations/ID/swaps/{}",
          "/v1/rotations/ID/coverage?days={}",
          "/v1/rotations/ID/fairness?from={}&to=2026-02-01T00:00:00Z",
          "/v1/rotations/ID/fairness/plan?role={}",
          "/v1/people/{}/absences",
          "/v1/people/alice/absences/{}",
          "/v1/feeds?cursor={}",
          "/v1/feeds/{}/shifts.ics",
          "/v1/holiday-calendars?cursor={}",
          "/v1/holiday-calendars/{}",
          "/v1/holiday-calendars/{}/days?from=2026-01-01&to=2027-01-01",
          "/v1/holiday-calendars/ours/days?from={}&to={}",
          "/v1/on-call?rotation={}",
          "/v1/on-call?team={}",
          "/v1/on-call?ahead={}",
          "/v1/on-call?role={}",
          "/v1/on-call?at={}",
          "/v1/keys?cursor={}",
          "/v1/keys?kind={}",
          "/v1/keys?principal={}",
          "/v1/grants?cursor={}",
          "/v1/grants/person/{}",
          "/v1/grants/{}/alice");

  private static final List<String> PUTS =
      List.of(
          "/v1/people/ID",
          "/v1/teams/ID",
          "/v1/rotations/ID",
          "/v1/people/ID/working-hours",
          "/v1/teams/ID/working-hours",
          "/v1/holiday-calendars/ID",
          "/v1/grants/person/ID");

  private static final List<String> POSTS =
      List.of(
          "/v1/keys",
          "/v1/rotations/ID/overrides",
          "/v1/rotations/ID/cover-requests",
          "/v1/rotations/ID/swaps",
          "/v1/rotations/ID/preview",
          "/v1/rotations/ID/preview/override",
          "/v1/people/alice/absences",
          "/v1/people/alice/away",
          "/v1/feeds");

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "true",
          "[]",
          "[[]]",
          "{}",
          "{\"\": {}}",
          "{\"name\": {}}",
          "{\"name\": \"\\uD800\"}",
          "{\"roles\": {\"0\": 1}}",
          "{\"members\": [[]]}",
          "{\"grants\": 7}",
          "{\"role\": [], \"to\": 1e400}",
          "{\"kind\": null, \"principal\": null}",
          "[".repeat(20_000),
          "{\"a\":".repeat(5_000),
          "\u0000",
          "{\"name\": \"x\", \"timeZone\": \"UTC\"} trailing");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String key = TestKeys.admin();

  @Test
  void noParameterMakesTheServiceFail() throws Exception {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));
    for (String path : GETS) {
      for (String value : VALUES) {
        send("GET", path.replace("ID", id).replace("{}", value), "", Map.of());
      }
    }
  }

  @Test
  void noBodyMakesTheServiceFail() throws Exception {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));
    for (String body : BODIES) {
      for (String path : PUTS) {
        send("PUT", path.replace("ID", id), body, Map.of());
      }
      for (String path : POSTS) {
        send("POST", path.replace("ID", id), body, Map.of());
      }
    }
  }

  @Test
  void noHeaderMakesTheServiceFail() throws Exception {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));
    String path = "/v1/rotations/" + id;
    String shifts = path + "/shifts?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
    String newKey = "{\"kind\": \"automation\", \"principal\": \"x\", \"scopes\": [\"viewer\"]}";
    for (String value : List.of("x".repeat(4000), "*", "\"", "W/", ",,,", "é")) {
      send("PUT", path, "{}", Map.of("If-Match", value));
      send("GET", shifts, "", Map.of("If-None-Match", value));
      send("POST", "/v1/keys", newKey, Map.of("Idempotency-Key", value));
    }
  }

  /** Sends the bytes as they are: a helpful client would correct them on the way. */
  private void send(String method, String path, String body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode())
        .as("%s %s %s: %s", method, path, body, response.body())
        .isLessThan(500);
  }
}
