package io.watchbill.rotation;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.weekly;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.watchbill.testkit.TestKeys;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With hardly any time to calculate, each calculated response ends with a problem that says so. */
@QuarkusTest
@TestProfile(HeavyDeadlineTest.NoTime.class)
class HeavyDeadlineTest {
  private static final String RANGE = "from=2027-01-01T00:00:00Z&to=2027-12-01T00:00:00Z";

  /** Shorter than any answer of the database. */
  public static final class NoTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("watchbill.heavy.deadline", "PT0.00005S");
    }
  }

  private final String id = unique("slow");

  @BeforeEach
  void set() {
    people("ann", "ben");
    rotation(id, weekly("primary", "2027-01-04T09:00", "ann ben"));
  }

  @Test
  void longCalculationsEndInTime() {
    String path = "/v1/rotations/" + id;
    for (String heavy :
        List.of(
            path + "/shifts?" + RANGE,
            path + "/fairness?" + RANGE,
            path + "/fairness/plan?role=primary",
            path + "/coverage?days=90",
            path + "/working-time?" + RANGE,
            "/v1/people/ann/working-time?" + RANGE,
            "/v1/working-time/add?rotation=" + id + "&from=2027-01-01T00:00:00Z&days=1")) {
      assertOver(heavy, admin().get(heavy));
    }
  }

  @Test
  void aPreviewEndsInTimeAndChangesNothing() {
    String body =
        "{\"role\":\"primary\",\"kind\":\"replace\",\"person\":\"ben\",\"replaces\":\"ann\","
            + "\"from\":\"2027-01-05T00:00:00Z\",\"to\":\"2027-01-06T00:00:00Z\",\"reason\":\"x\"}";

    assertOver("preview", admin().body(body).post("/v1/rotations/" + id + "/preview/override"));
  }

  @Test
  void servicesHaveNoMoreTime() {
    String path = "/v1/rotations/" + id + "/shifts?" + RANGE;

    assertOver(path, as(TestKeys.service()).get(path));
  }

  @Test
  void aFeedEndsInTime() {
    String address =
        admin()
            .body(Map.of("rotation", id))
            .post("/v1/feeds")
            .then()
            .statusCode(201)
            .extract()
            .path("url");

    assertOver("feed", given().get(URI.create(address).getPath()));
  }

  private static void assertOver(String what, Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.html#unavailable"))
        .body("detail", equalTo("It takes longer than 0 s; ask for less at a time."));
  }
}
