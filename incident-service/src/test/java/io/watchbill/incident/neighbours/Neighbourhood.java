package io.watchbill.incident.neighbours;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

/** What tests ask of the fake neighbours. */
public final class Neighbourhood {
  private Neighbourhood() {}

  /** The pictures that the escalation-service was sent of an incident, in their order. */
  public static List<Map<String, Object>> pictures(String incidentId) {
    return given()
        .get(url() + "/fake/events")
        .jsonPath()
        .getList("findAll { it.data.id == '" + incidentId + "' }.data");
  }

  public static void keysGoDown() {
    given().get(url() + "/fake/down");
  }

  public static void keysComeBack() {
    given().get(url() + "/fake/up");
  }

  private static String url() {
    return System.getProperty("watchbill.test.fake-neighbours");
  }
}
