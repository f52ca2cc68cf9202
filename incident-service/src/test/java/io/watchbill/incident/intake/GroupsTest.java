package io.watchbill.incident.intake;

import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.incident.Message;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the alerts of a group do to its incident, from the first to the last. */
@QuarkusTest
class GroupsTest {
  @Inject MovableTime time;

  private String integration;

  @BeforeEach
  void anIntegration() {
    integration = integration();
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void theLastResolvedAlertResolvesTheIncident() {
    String reference = sent(integration, both("warning"));

    sent(integration, Message.of("G").firing("a", "warning").resolved("b"));
    assertThat(state(reference)).isEqualTo("triggered");

    sent(integration, Message.of("G").resolved("a").resolved("b"));
    JsonPath incident = incident(reference);
    assertThat(incident.getString("state")).isEqualTo("resolved");
    assertThat(incident.getString("resolved.how")).isEqualTo("by-alerts");
    assertThat(incident.getString("resolved.by")).isEqualTo(integration);
    assertThat(incident.getString("resolved.channel")).isEqualTo("alertmanager");
    assertThat(kinds(reference)).containsExactly("triggered", "alerts-resolved", "resolved");
  }

  @Test
  void afterAllIsResolvedTheNextFiringIsANewIncident() {
    String first = sent(integration, Message.of("G").firing("a", "warning"));
    sent(integration, Message.of("G").resolved("a"));

    assertThat(sent(integration, Message.of("G").firing("a", "warning"))).isNotEqualTo(first);
  }

  @Test
  void anIntegrationMayLeaveItsIncidentsOpen() {
    String stays = integration(Map.of("resolveWithAlerts", false));
    String reference = sent(stays, Message.of("G").firing("a", "warning"));

    sent(stays, Message.of("G").resolved("a"));
    assertThat(state(reference)).isEqualTo("triggered");
    assertThat(sent(stays, Message.of("G").firing("a", "warning"))).isEqualTo(reference);

    sent(stays, Message.of("G").resolved("a"));
    act(reference, "resolve");
    assertThat(sent(stays, Message.of("G").firing("a", "warning"))).isNotEqualTo(reference);
  }

  @Test
  void onAnAcknowledgedIncidentOnlyAWorseAlertPages() {
    String reference = sent(integration, Message.of("G").firing("a", "warning"));
    act(reference, "acknowledge");
    int version = incident(reference).getInt("version");

    sent(integration, both("warning"));
    assertThat(state(reference)).isEqualTo("acknowledged");
    assertThat(incident(reference).getInt("version")).isEqualTo(version);

    sent(integration, both("warning").firing("c", "critical"));
    JsonPath incident = incident(reference);
    assertThat(incident.getString("state")).isEqualTo("triggered");
    assertThat(incident.getString("severity")).isEqualTo("P0");
    assertThat(incident.getInt("round")).isEqualTo(2);
    assertThat(incident.getInt("version")).isEqualTo(version + 1);
    assertThat(incident.getString("anchors.acknowledged")).isNull();
  }

  @Test
  void aSeverityLoweredByHandSurvivesRepeats() {
    String reference = sent(integration, Message.of("G").firing("a", "critical"));
    admin()
        .body(Map.of("severity", "P3", "reason", "a test machine"))
        .post("/v1/incidents/" + reference + "/severity")
        .then()
        .statusCode(200);

    sent(integration, Message.of("G").firing("a", "critical"));

    assertThat(incident(reference).getString("severity")).isEqualTo("P3");
  }

  @Test
  void afterAResolveByHandRepeatsReopenOnlyAfterADay() {
    String reference = sent(integration, Message.of("G").firing("a", "warning"));
    act(reference, "resolve");
    assertThat(incident(reference).getString("resolved.suppressedUntil")).isNotNull();

    time.advance(Duration.ofHours(23));
    assertThat(sent(integration, Message.of("G").firing("a", "warning"))).isEqualTo(reference);
    assertThat(state(reference)).isEqualTo("resolved");

    time.advance(Duration.ofHours(2));
    sent(integration, Message.of("G").firing("a", "warning"));
    assertThat(state(reference)).isEqualTo("triggered");
    assertThat(incident(reference).getInt("round")).isEqualTo(2);
  }

  @Test
  void afterAResolveByHandANewAlertReopensAtOnce() {
    String reference = sent(integration, Message.of("G").firing("a", "warning"));
    act(reference, "resolve");

    sent(integration, both("warning"));

    assertThat(state(reference)).isEqualTo("triggered");
    assertThat(kinds(reference))
        .containsExactly("triggered", "resolved", "alerts-added", "reopened");
  }

  @Test
  void afterAResolveByHandTheGroupIsReleasedOnceItsAlertsEnd() {
    String reference = sent(integration, Message.of("G").firing("a", "warning"));
    act(reference, "resolve");
    sent(integration, Message.of("G").resolved("a"));

    assertThat(sent(integration, Message.of("G").firing("a", "warning"))).isNotEqualTo(reference);
  }

  @Test
  void theSuppressionIsASettingOfTheIntegration() {
    String short_ = integration(Map.of("suppressAfterResolve", "PT1H"));
    String reference = sent(short_, Message.of("G").firing("a", "warning"));
    act(reference, "resolve");

    time.advance(Duration.ofMinutes(61));
    sent(short_, Message.of("G").firing("a", "warning"));

    assertThat(state(reference)).isEqualTo("triggered");
  }

  @Test
  void newTagsJoinTheOldOnes() {
    String reference = sent(integration, Message.of("G").firing("a", "warning", "vpn"));

    sent(
        integration,
        Message.of("G").firing("a", "warning", "vpn").firing("b", "low", "ransomware"));

    assertThat(incident(reference).getList("tags")).containsExactly("ransomware", "vpn");
    assertThat(incident(reference).getInt("version")).isEqualTo(2);
    assertThat(incident(reference).getString("severity")).isEqualTo("P2");
  }

  @Test
  void groupsOfDifferentIntegrationsHaveNothingInCommon() {
    String other = integration();

    String one = sent(integration, Message.of("G").firing("a", "warning"));
    String two = sent(other, Message.of("G").firing("a", "warning"));

    assertThat(one).isNotEqualTo(two);
    admin().get("/v1/alerts?integration=" + other).then().body("items", hasSize(1));
  }

  private static Message both(String severity) {
    return Message.of("G").firing("a", severity).firing("b", severity);
  }
}
