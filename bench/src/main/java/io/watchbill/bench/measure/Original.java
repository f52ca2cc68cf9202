package io.watchbill.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.bench.fleet.Fleet;
import io.watchbill.laptop.service.Service;
import java.time.Duration;
import java.util.UUID;

/** One incident that was opened by hand; its first page is out, its second step waits. */
final class Original {
  private Original() {}

  static UUID make(Ground ground) {
    JsonNode incident =
        ground
            .fleet()
            .api(Service.INCIDENT)
            .post(
                "/v1/incidents",
                "{\"title\":\"Something to copy\",\"severity\":\"P3\",\"team\":\"bench\",\"tags\":[\"vpn\"]}")
            .expectSuccess("incident");
    UUID id = UUID.fromString(incident.path("id").asText());
    awaitSent(ground, id);
    return id;
  }

  /** Until its page is handed over, and the incident's timeline says so. */
  private static void awaitSent(Ground ground, UUID id) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      JsonNode timeline =
          ground
              .fleet()
              .api(Service.INCIDENT)
              .get("/v1/incidents/" + id + "/timeline")
              .expectSuccess("timeline");
      if (timeline.toString().contains("handed over")) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the page of " + id + " was not handed over");
      }
      Fleet.pause(Duration.ofMillis(200));
    }
  }
}
