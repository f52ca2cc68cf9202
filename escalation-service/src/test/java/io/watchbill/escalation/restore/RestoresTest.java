package io.watchbill.escalation.restore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.testkit.ServerUnderTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that was restored to an older moment while this replica lived. */
@QuarkusTest
class RestoresTest extends ServiceTest {
  private static final IncidentSnapshot ANCIENT =
      IncidentSnapshot.unreadable(new UUID(0, 1), 1, Instant.EPOCH);

  @Inject Restores restores;

  private final WebhookReceiver receiver = new WebhookReceiver();

  @BeforeEach
  void policy() {
    rotation("primary", "alice", "secondary", "bob");
    contact(named("alice"), "hook", "webhook", receiver.url());
    contact(named("bob"), "hook", "webhook", receiver.url());
    policy(step("primary", "primary"), step("secondary", "secondary", "\"after\": \"PT5M\""));
    restores.turn();
  }

  @AfterEach
  void forget() {
    plant("DELETE FROM restore");
    restores.turn();
  }

  /** The last note is gone, as after a restore to a moment before it. */
  private void restored() {
    plant("UPDATE replica_note SET number = number - 1");
    while (restores.turn()) {}
  }

  private List<Boolean> marks() {
    return receiver.bodies().stream().map(body -> body.path("data").has("restoredTo")).toList();
  }

  @Test
  void pagesOfIncidentsOfBeforeAreMarkedAndNoneIsKeptBack() {
    Incident incident = open("P1");
    soon(() -> assertThat(marks()).containsExactly(false));

    restored();
    later(Duration.ofMinutes(5));

    soon(() -> assertThat(marks()).containsExactly(false, true));
    assertThat(paged(incident)).containsExactly("alice", "bob");
  }

  @Test
  void pagesOfLaterIncidentsAreNotMarked() {
    restored();
    later(Duration.ofMinutes(11));

    open("P1");

    soon(() -> assertThat(marks()).containsExactly(false));
  }

  @Test
  void theTimelineOfAnOpenIncidentTellsOnce() {
    Incident incident = open("P1");
    soon(() -> assertThat(marks()).hasSize(1));

    restored();
    restores.turn();

    soon(() -> assertThat(entries(incident)).hasSize(1));
    turnsPass();
    assertThat(entries(incident))
        .singleElement()
        .asString()
        .contains("acknowledgements too; people may be paged a second time");
  }

  private List<String> entries(Incident incident) {
    return incidents.events("escalation.recorded", incident.id).stream()
        .map(event -> event.path("text").asText())
        .filter(text -> text.startsWith("The database was restored to its state of "))
        .toList();
  }

  private List<String> states(Incident incident) {
    return values("/v1/deliveries?incident=" + incident.id, "items.state");
  }

  @Test
  void itIsMeasuredForAnAlarm() {
    restored();

    assertThat(age()).isBetween(0.0, 60.0);
  }

  @Test
  void withoutARestoreThereIsNothingToMeasure() {
    restores.turn();

    assertThat(age()).isNaN();
  }

  private static double age() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("watchbill_restored_age_seconds"))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAnOperatorSaysIsNoted() throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet said = statement.executeQuery("SELECT escalation.restored()")) {
      said.next();
      assertThat(said.getTimestamp(1)).isNotNull();
    }
    // By the server's clock, from which that of the tests is far.
    plant("UPDATE restore SET noticed_at = '" + now() + "'");

    restores.turn();

    assertThat(restores.repeatedSince(ANCIENT, Instant.EPOCH)).isPresent();
  }

  @Test
  void aLinkOfAPageThatWasLostSaysWhatHappened() {
    Incident incident = open("P1");
    soon(() -> assertThat(states(incident)).containsExactly("sent"));
    String link = receiver.bodies().getFirst().path("data").path("acknowledge").asText();
    for (String table : List.of("delivery_attempt", "delivery", "page")) {
      plant("DELETE FROM %s WHERE incident = '%s'".formatted(table, incident.id));
    }

    given()
        .get(link.substring(link.indexOf("/acknowledge/")))
        .then()
        .statusCode(404)
        .body(containsString("This page is not known any more"));
  }
}
