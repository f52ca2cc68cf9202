package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.event.PagingLoad;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records wait while pages have the processor. */
@QuarkusTest
class PagingLoadTest {
  @Inject ThingEvents events;
  @Inject MovableTime time;
  @Inject Switch rush;

  /** A rush that tests turn on and off. */
  @Singleton
  static class Switch implements PagingLoad {
    private volatile boolean on;

    @Override
    public boolean isOn() {
      return on;
    }
  }

  @AfterEach
  void nothingIsUrgentAnyMore() {
    rush.on = false;
    time.reset();
  }

  @Test
  void aRecordWaitsForTheEndOfARushAndWhatIsUrgentDoesNot() throws SQLException {
    rushBegins();
    String record = appended(OutboxMessage.RECORD);
    String urgent = appended(OutboxMessage.RECORD - 1);

    awaitTaken(urgent);
    assertThat(events.taken()).doesNotContain(record);

    rush.on = false;
    awaitTaken(record);
  }

  @Test
  void aRushThatDoesNotEndHoldsUpNoRecordForEver() throws SQLException {
    rushBegins();
    String record = appended(OutboxMessage.RECORD);
    awaitTaken(appended(0));
    assertThat(events.taken()).doesNotContain(record);

    time.advance(Duration.ofSeconds(31));

    awaitTaken(record);
  }

  /** When something was taken since, no turn of the relay is under way that knows of no rush. */
  private void rushBegins() throws SQLException {
    rush.on = true;
    awaitTaken(appended(0));
  }

  private void awaitTaken(String subject) {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(events.taken()).contains(subject));
  }

  private static String appended(int priority) throws SQLException {
    String subject = "thing-" + Ids.next();
    try (Connection connection = ServerUnderTest.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO incident.outbox (id, destination, type, subject, priority, created_at,"
                    + " next_attempt_at) VALUES (?::uuid, 'escalation', 'thing.made', ?, ?, now(),"
                    + " now())")) {
      statement.setString(1, Ids.next().toString());
      statement.setString(2, subject);
      statement.setInt(3, priority);
      statement.executeUpdate();
    }
    return subject;
  }
}
