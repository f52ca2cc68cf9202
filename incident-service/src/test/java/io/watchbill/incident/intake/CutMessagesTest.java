package io.watchbill.incident.intake;

import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.state;
import static io.watchbill.incident.Api.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.Message;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message whose sender has left out alerts resolves nothing. */
@QuarkusTest
class CutMessagesTest {
  private String integration;

  @BeforeEach
  void anIntegration() {
    integration = integration();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "\"2\"", "1.5", "-1", "\"many\"", "true", "1e30"})
  void aCutMessageResolvesNothingAndTheTimelineSaysWhy(String leftOut) {
    String reference = sent(integration, Message.of("disk").firing("a1", "warning"));

    sent(integration, Message.of("disk").resolved("a1").truncated(leftOut));

    assertThat(state(reference)).isEqualTo("triggered");
    assertThat(timeline(reference).getString("items[-1].text")).contains("left some out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "null", "\"\"", "0.0", "false"})
  void aWholeMessageResolves(String leftOut) {
    String reference = sent(integration, Message.of("disk").firing("a1", "warning"));

    sent(integration, Message.of("disk").resolved("a1").truncated(leftOut));

    assertThat(state(reference)).isEqualTo("resolved");
  }

  @Test
  void aWholeMessageAfterACutOneResolvesThoughItsAlertsHadEndedBefore() {
    String reference = sent(integration, Message.of("disk").firing("a1", "warning"));
    sent(integration, Message.of("disk").resolved("a1").truncated("2"));

    sent(integration, Message.of("disk").resolved("a1").resolved("a2"));

    assertThat(state(reference)).isEqualTo("resolved");
    String next = sent(integration, Message.of("disk").firing("a1", "warning"));
    assertThat(next).isNotEqualTo(reference);
  }

  @Test
  void aWholeMessageInWhichOneFiresLeavesItOpen() {
    String reference = sent(integration, Message.of("disk").firing("a1", "warning"));
    sent(integration, Message.of("disk").resolved("a1").truncated("2"));

    String same = sent(integration, Message.of("disk").resolved("a1").firing("a2", "warning"));

    assertThat(same).isEqualTo(reference);
    assertThat(state(reference)).isEqualTo("triggered");
    sent(integration, Message.of("disk").resolved("a2"));
    assertThat(state(reference)).isEqualTo("resolved");
  }

  @Test
  void aWholeMessageResolvesNothingWhileAnAlertOfTheCutOneFires() {
    String reference =
        sent(
            integration,
            Message.of("disk").firing("a1", "warning").firing("a2", "warning").truncated("1"));
    sent(integration, Message.of("disk").resolved("a1").truncated("1"));

    sent(integration, Message.of("disk").resolved("a3"));

    assertThat(state(reference)).isEqualTo("triggered");
  }

  @Test
  void anAlertThatEndsForAnotherGroupDoesNotResolveAGroupWhoseMessageWasCut() {
    String cut = sent(integration, Message.of("disk").firing("a1", "warning").truncated("3"));
    String whole = sent(integration, Message.of("host").firing("a1", "warning"));

    sent(integration, Message.of("host").resolved("a1"));

    assertThat(state(whole)).isEqualTo("resolved");
    assertThat(state(cut)).isEqualTo("triggered");
    sent(integration, Message.of("disk").resolved("a1"));
    assertThat(state(cut)).isEqualTo("resolved");
  }

  @Test
  void aCutMessageThatIsTakenOnceMoreResolvesNothingEither() {
    String reference = sent(integration, Message.of("disk").firing("a1", "warning"));
    sent(integration, Message.of("disk").resolved("a1").truncated("2"));
    String request =
        admin().get("/v1/requests?integration=" + integration).then().extract().path("items[0].id");

    admin().post("/v1/requests/" + request + "/replay").then().statusCode(200);

    assertThat(state(reference)).isEqualTo("triggered");
  }

  @Test
  void aCutMessageStillPagesAndRefreshes() {
    String reference = sent(integration, Message.of("disk").firing("a1", "warning").truncated("9"));

    String same = sent(integration, Message.of("disk").firing("a2", "critical").truncated("8"));

    assertThat(same).isEqualTo(reference);
    List<String> kinds = timeline(reference).getList("items.kind");
    assertThat(kinds).contains("triggered", "alerts-added");
  }
}
