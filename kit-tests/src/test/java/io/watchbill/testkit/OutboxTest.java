package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Facts reach their peer services. */
@QuarkusTest
class OutboxTest extends OfThings {

  private static long unsent(String subject) throws Exception {
    return count("SELECT count(*) FROM incident.outbox WHERE subject = '" + subject + "'");
  }

  private static long parked(String subject) throws Exception {
    return count(
        "SELECT count(*) FROM incident.outbox WHERE parked_at IS NOT NULL AND subject = '"
            + subject
            + "'");
  }

  private static long count(String sql) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aFactReachesItsPeerAndIsForgotten() {
    String id = unique("fact");
    make(id);
    await().untilAsserted(() -> assertThat(events.answered()).contains(id + " ACCEPTED"));
    assertThat(events.taken()).containsOnlyOnce(id);
    await().untilAsserted(() -> assertThat(unsent(id)).isZero());
  }

  @Test
  void aPeerThatFailsIsAskedAgain() {
    String id = unique("later");
    make(id);
    await().untilAsserted(() -> assertThat(events.taken()).contains(id));
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(events.answered()).contains(id + " ACCEPTED"));
  }

  @Test
  void aPoisonEventIsParkedAndHoldsNobodyUp() throws Exception {
    String poison = unique("poison");
    String good = unique("good");
    make(poison);
    make(good);
    await().untilAsserted(() -> assertThat(events.answered()).contains(good + " ACCEPTED"));
    await().untilAsserted(() -> assertThat(parked(poison)).isEqualTo(1));
  }

  @Test
  void aRowThatCannotBeReadIsPutOffAndHoldsNobodyUp() throws Exception {
    String unreadable = unique("unreadable");
    make(unreadable);
    String good = unique("good");
    make(good);
    await().untilAsserted(() -> assertThat(events.answered()).contains(good + " ACCEPTED"));
    assertThat(unsent(unreadable)).isEqualTo(1);
  }

  @Test
  void aRefusalIsFinalAndReported() {
    String id = unique("refuse");
    make(id);
    await().untilAsserted(() -> assertThat(events.answered()).contains(id + " REFUSED"));
  }

  @Test
  void anObsoleteFactIsNotSent() {
    String id = unique("obsolete");
    make(id);
    await().untilAsserted(() -> assertThat(unsent(id)).isZero());
    assertThat(events.taken()).doesNotContain(id);
  }
}
