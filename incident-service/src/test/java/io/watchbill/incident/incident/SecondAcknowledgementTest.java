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

/** A second acknowledgement is recorded, too, and the escalation-service notified. */
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

  private static List<JsonNode> sent(String reference) {
    String id = incident(reference).getString("id");
    return PeerServices.events().stream()
        .filter(event -> event.path("type").asText().equals("incident.acknowledged"))
        .filter(event -> event.path("data").path("incident").asText().equals(id))
        .map(event -> event.path("data"))
        .toList();
  }

  @Test
  void theSecondIsRecordedOnceAndSent() {
    String reference = opened("P1");
    acknowledge(reference, TestKeys.admin());

    acknowledge(reference, second());
    acknowledge(reference, second());

    List<String> people = acknowledgers(reference);
    assertThat(people).hasSize(2).doesNotHaveDuplicates();
    await().untilAsserted(() -> assertThat(sent(reference)).hasSize(1));
    JsonNode data = sent(reference).getFirst();
    assertThat(data.path("person").asText()).isEqualTo(people.getLast());
    assertThat(data.path("round").asInt()).isEqualTo(1);
  }

  @Test
  void theFirstIsSentWithTheSnapshotAlone() {
    String reference = opened("P1");

    acknowledge(reference, TestKeys.admin());
    acknowledge(reference, TestKeys.admin());

    assertThat(acknowledgers(reference)).hasSize(1);
    assertThat(sent(reference)).isEmpty();
  }
}
