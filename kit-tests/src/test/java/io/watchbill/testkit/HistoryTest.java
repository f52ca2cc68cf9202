package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.history.History;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** History goes by months, and a service without rights on the schema sees to it. */
@QuarkusTest
class HistoryTest extends OfThings {
  private static final Duration LONG = Duration.ofDays(500);

  @Inject History history;
  @Inject Database database;

  @AfterEach
  void nothingStays() {
    database.inTransaction(tx -> tx.update("DELETE FROM thing_event"));
  }

  @Test
  void monthsAreMadeThreeAhead() {
    time.advance(Duration.ofDays(70));

    history.prepare();

    assertThat(partitions()).contains(month(time.now().plus(Duration.ofDays(85))));
  }

  @Test
  void anEventStandsInTheMonthOfItsThingWheneverItHappened() {
    UUID old = thingOf(time.now().minus(Duration.ofDays(62)));

    insert(old, "happened today", false);

    assertThat(partitionOf(old)).isEqualTo(month(time.now().minus(Duration.ofDays(62))));
  }

  @Test
  void whatFoundNoMonthIsCountedAndMovesToItsOwn() {
    Instant future = time.now().plus(Duration.ofDays(300));
    UUID ahead = thingOf(future);
    insert(ahead, "came from a clock that is ahead", false);
    history.measure();
    double misplaced = metric("watchbill_history_misplaced");
    assertThat(partitionOf(ahead)).isEqualTo("thing_event_default");
    time.advance(Duration.ofDays(290));

    history.prepare();
    history.measure();

    assertThat(misplaced).isEqualTo(1);
    assertThat(partitionOf(ahead)).isEqualTo(month(future));
    assertThat(metric("watchbill_history_misplaced")).isZero();
  }

  @Test
  void howFarAheadThereAreMonthsIsMeasured() {
    history.prepare();
    history.measure();

    assertThat(metric("watchbill_history_ahead_seconds"))
        .isGreaterThan(Duration.ofDays(85).toSeconds());
  }

  @Test
  void oldMonthsAreDroppedButForWhatMustStay() {
    UUID held = thingOf(time.now().minus(LONG));
    UUID gone = thingOf(time.now().minus(LONG));
    UUID young = thingOf(time.now().minus(Duration.ofDays(300)));
    insert(held, "is held", true);
    insert(gone, "is over", false);
    insert(young, "is over", false);

    history.forget();

    assertThat(things()).contains(held, young).doesNotContain(gone);
    assertThat(partitions()).doesNotContain(month(time.now().minus(LONG)));
    assertThat(partitionOf(held)).isEqualTo("thing_event_kept");
  }

  @Test
  void whatWasKeptLongerGoesWhenNothingHoldsItAnyMore() {
    UUID held = thingOf(time.now().minus(LONG));
    insert(held, "is held", true);
    history.forget();
    assertThat(things()).contains(held);
    database.inTransaction(tx -> tx.update("UPDATE thing_event SET held = false"));

    history.forget();

    assertThat(things()).doesNotContain(held);
  }

  @Test
  void theLastMonthIsNeverDroppedWhateverIsAskedFor() {
    assertThatThrownBy(
            () -> database.inTransaction(tx -> tx.query("SELECT history_drop(now())").size()))
        .hasMessageContaining("not dropped");
  }

  @Test
  void theServiceItselfHasNoRightsOnTheSchema() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    tx -> tx.query("SELECT history_begin('thing_event', now())").size()))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> database.inTransaction(tx -> tx.query("DROP TABLE " + month(time.now())).size()))
        .hasMessageContaining("must be owner");
  }

  @Test
  void aTableThatIsInUseIsLeftForTheNextTurn() throws SQLException {
    UUID gone = thingOf(time.now().minus(Duration.ofDays(375)));
    insert(gone, "is over", false);
    time.advance(Duration.ofDays(60));
    try (Connection other = ServerUnderTest.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM incident.thing_event");
      assertThatThrownBy(() -> history.forget()).hasMessageContaining("lock timeout");
    }

    history.forget();

    assertThat(things()).doesNotContain(gone);
  }

  private static UUID thingOf(Instant at) {
    UUID id = Ids.next();
    long high = at.toEpochMilli() << 16 | id.getMostSignificantBits() & 0xFFFF;
    return new UUID(high, id.getLeastSignificantBits());
  }

  private void insert(UUID thing, String text, boolean held) {
    database.inTransaction(
        tx -> tx.update("INSERT INTO thing_event VALUES ($1, $2, $3)", thing, text, held));
  }

  private List<UUID> things() {
    return database.read(
        tx ->
            tx.query("SELECT thing FROM thing_event").stream()
                .map(row -> row.getUUID("thing"))
                .toList());
  }

  private List<String> partitions() {
    return database.read(
        tx ->
            tx.query("SELECT name FROM history_parts('thing_event')").stream()
                .map(row -> row.getString("name"))
                .toList());
  }

  private String partitionOf(UUID thing) {
    return database.read(
        tx ->
            tx.one(
                    "SELECT tableoid::regclass::text AS name FROM thing_event WHERE thing = $1",
                    thing)
                .orElseThrow()
                .getString("name"));
  }

  private static String month(Instant at) {
    return "thing_event_"
        + DateTimeFormatter.ofPattern("yyyy_MM")
            .format(at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
  }

  private static double metric(String name) {
    String all = given().accept("text/plain").get("/metrics").then().extract().asString();
    return Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$")
        .matcher(all)
        .results()
        .map((MatchResult found) -> Double.parseDouble(found.group(1)))
        .findFirst()
        .orElseThrow();
  }
}
