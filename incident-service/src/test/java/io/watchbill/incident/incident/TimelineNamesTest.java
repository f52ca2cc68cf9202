package io.watchbill.incident.incident;

import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.incident.peers.PeerServices;
import io.watchbill.kit.peer.DisplayNames;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timelines name people and teams; where no name is known they show the id. */
@QuarkusTest
class TimelineNamesTest {
  private static final String NAMED = "ann-named";

  @Inject DisplayNames names;

  @BeforeEach
  void read() {
    names.refresh();
  }

  @AfterEach
  void comeBack() {
    PeerServices.keysComeBack();
  }

  private static String acknowledgedBy(String person) {
    String reference = opened("P1");
    TestKeys.grant(person, "responder", "security");
    as(TestKeys.person(person))
        .post("/v1/incidents/{id}/acknowledge", reference)
        .then()
        .statusCode(200);
    return reference;
  }

  @Test
  void anAcknowledgementSaysTheNameAndKeepsTheId() {
    String reference = acknowledgedBy(NAMED);

    assertThat(timeline(reference).getString("items[-1].text"))
        .isEqualTo("acknowledged by Ann Ackermann (api)");
    assertThat(timeline(reference).getString("items[-1].by.id")).isEqualTo(NAMED);
    assertThat(incident(reference).getString("acknowledged.by")).isEqualTo(NAMED);
  }

  @Test
  void whoHasNoKnownNameGoesByTheId() {
    assertThat(timeline(acknowledgedBy("bea-nameless")).getString("items[-1].text"))
        .isEqualTo("acknowledged by bea-nameless (api)");
  }

  @Test
  void whileTheRotationServiceIsAwayTheLastNamesStay() {
    PeerServices.keysGoDown();
    names.refresh();

    assertThat(timeline(acknowledgedBy(NAMED)).getString("items[-1].text"))
        .isEqualTo("acknowledged by Ann Ackermann (api)");
  }

  @Test
  void anAssignmentSaysTheNameOfTheTeam() {
    String reference = opened("P1");

    admin()
        .body(Map.of("team", "named-team", "reason", "their disk"))
        .post("/v1/incidents/{id}/assign", reference)
        .then()
        .statusCode(200);

    assertThat(timeline(reference).getString("items[-1].text"))
        .isEqualTo("assigned to team Database: their disk");
  }
}
