package io.watchbill.escalation.restore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.testing.ClaimedDelivery;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.kit.id.Ids;
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

  /** When a server was started that is lost. */
  private static final Instant LOST = Instant.EPOCH;

  @Inject Restores restores;
  @Inject RestoreEntries entries;

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

    // Those that other tests have left, up to thousands, would be told first.
    plant(
        "UPDATE incident_snapshot SET state = 'resolved' WHERE state <> 'resolved' AND incident <> '%s'"
            .formatted(incident.id));

    restored();
    restores.turn();

    soon(() -> assertThat(entries(incident)).hasSize(1));
    turnsPass();
    assertThat(entries(incident))
        .singleElement()
        .asString()
        .contains("acknowledgements too; people may be paged a second time");
  }

  @Test
  void theTimelineOfALaterIncidentDoesNot() {
    restored();
    // By the clock of the incident's id and by that of the service, which may be far apart here.
    plant(
        "UPDATE restore SET recorded_at = NULL, noticed_at = least(now(), '%s') - interval '1 minute'"
            .formatted(now()));
    Incident incident = open("P1");
    soon(() -> assertThat(marks()).hasSize(1));

    while (entries.record()) {}

    turnsPass();
    assertThat(entries(incident)).isEmpty();
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
  void aClaimThatAnotherServerDoesNotHaveIsALossThoughItsAttemptWasMadeAnew() {
    Incident incident = open("P1");
    soon(() -> assertThat(marks()).hasSize(1));

    restores.compareOn(LOST, claim(incident, Ids.next()), now());

    assertThat(restores.repeatedSince(ANCIENT, now())).isPresent();
  }

  @Test
  void aClaimThatAnotherServerHasIsNone() throws SQLException {
    Incident incident = open("P1");
    soon(() -> assertThat(marks()).hasSize(1));

    restores.compareOn(LOST, claim(incident, leaseOf(incident)), now());

    assertThat(restores.repeatedSince(ANCIENT, now())).isEmpty();
  }

  private Claimed claim(Incident incident, UUID lease) {
    List<String> deliveries = values("/v1/deliveries?incident=" + incident.id, "items.id");
    return ClaimedDelivery.of(
        UUID.fromString(incident.id), UUID.fromString(deliveries.getFirst()), lease, now());
  }

  private static UUID leaseOf(Incident incident) throws SQLException {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet lease =
            statement.executeQuery(
                "SELECT lease FROM escalation.delivery_attempt WHERE incident = '%s'"
                    .formatted(incident.id))) {
      lease.next();
      return lease.getObject(1, UUID.class);
    }
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
