package io.watchbill.testkit;

import static io.restassured.RestAssured.given;

/** The metrics of the running service. */
public final class Metrics {
  private Metrics() {}

  /**
   * Returns the sum over all series.
   *
   * @param beginning of their names with labels: {@code watchbill_rows_unreadable_total{kind="x"}
   */
  public static double sum(String beginning) {
    return given()
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
