package io.watchbill.incident.intake;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.SmallDisk;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Postgres answers, but its disk has no room for what comes in. */
@QuarkusTest
class FullDiskTest {
  @Inject MovableTime time;

  @AfterEach
  void timeRunsAsAlways() {
    time.reset();
  }

  @Test
  void whatFindsNoRoomIsRefusedWholeSaidPlainlyAndAcceptedOnceThereIsRoom() throws Exception {
    String integration = integration();
    String message = Message.of(unique("full")).firing("a", "high").json();
    try (SmallDisk disk = SmallDisk.under("incident.alert")) {
      disk.fill();
      useUp(integration());

      send(integration, message).statusCode(503).header("Retry-After", notNullValue());

      assertThat(incidentsOf(integration)).isEmpty();
      assertThat(requestsOf(integration)).isEmpty();
      given()
          .accept("application/json")
          .get("/status")
          .then()
          .body("intake", equalTo(false))
          .body("problems", hasItem(containsString("The disk of the database is full")));
      given()
          .get("/q/health/ready")
          .then()
          .statusCode(200)
          .body("checks.find { it.name == 'database' }.data.diskFull", equalTo(true));
      admin()
          .get("/v1/doctor/incident")
          .then()
          .body(
              "findings.find { it.check == 'database' }.text",
              containsString("The disk of Postgres is full"));
      given().get("/q/metrics").then().body(containsString("watchbill_database_disk_full 1.0"));

      disk.makeRoom();

      send(integration, message).statusCode(200);
      assertThat(incidentsOf(integration)).hasSize(1);
      time.advance(Duration.ofMinutes(1));
      given().accept("application/json").get("/status").then().body("intake", equalTo(true));
    }
  }

  /** The table's pages have room left by rows that are gone. */
  private static void useUp(String other) {
    await()
        .pollInterval(Duration.ZERO)
        .until(
            () -> {
              Message rest = Message.of(unique("rest"));
              IntStream.range(0, 200).forEach(i -> rest.firing("a" + i, "high"));
              return send(other, rest.json()).extract().statusCode();
            },
            equalTo(503));
  }

  private static List<String> incidentsOf(String integration) {
    return admin()
        .get("/v1/incidents?integration=" + integration)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private static List<String> requestsOf(String integration) {
    return admin()
        .get("/v1/requests?integration=" + integration)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
