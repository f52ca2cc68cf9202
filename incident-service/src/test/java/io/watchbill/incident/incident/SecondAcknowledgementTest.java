package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.peers.PeerServices;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever acknowledges after somebody else is recorded, too, and those who page are told. */
@QuarkusTest
class SecondAcknowledgementTest {

  private static void acknowledge(String reference, String key) {
    as(key)
        .contentType("application/json")
        .post("/v1/incidents/{id}/acknowledge", reference)
        .then()
        .statusCode(200)
        .body("state", equalTo("acknowledged"));
  }

  private static String second() {
    return TestKeys.automation("second", "responder");
  }

  private static List<String> acknowledgers(String reference) {
    return timeline(reference).getList("items.findAll { it.kind == 'acknowledged' }.by.id");
  }

  private static List<JsonNode> told(String reference) {
    String id = incident(reference).getString("id");
    return PeerServices.events().stream()
        .filter(event -> event.path("type").asText().equals("incident.acknowledged"))
        .filter(event -> event.path("data").path("incident").asText().equals(id))
        .map(event -> event.path("data"))
        .toList();
  }

  @Test
  void theSecondIsRecordedOnceAndToldOf() {
    String reference = opened("P1");
    acknowledge(reference, TestKeys.admin());

    acknowledge(reference, second());
    acknowledge(reference, second());

    List<String> people = acknowledgers(reference);
    assertThat(people).hasSize(2).doesNotHaveDuplicates();
    await().untilAsserted(() -> assertThat(told(reference)).hasSize(1));
    JsonNode data = told(reference).getFirst();
    assertThat(data.path("person").asText()).isEqualTo(people.getLast());
    assertThat(data.path("round").asInt()).isEqualTo(1);
  }

  @Test
  void theFirstIsToldOfByTheSnapshotAlone() {
    String reference = opened("P1");

    acknowledge(reference, TestKeys.admin());
    acknowledge(reference, TestKeys.admin());

    assertThat(acknowledgers(reference)).hasSize(1);
    assertThat(told(reference)).isEmpty();
  }
}
