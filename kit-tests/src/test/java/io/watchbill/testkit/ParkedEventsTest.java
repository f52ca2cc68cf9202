package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin lists, retries and drops what no receiver understands. */
@QuarkusTest
class ParkedEventsTest extends OfThings {
  private static final String PARKED = "/v1/parked-events/things";

  @Inject Database database;

  private final String poison = unique("poison");
  private String id;

  @BeforeEach
  void oneIsParked() {
    make(poison);
    await().atMost(Duration.ofSeconds(90)).until(() -> !ids().isEmpty());
    id = ids().getFirst();
  }

  private List<String> ids() {
    return as(TestKeys.admin())
        .get(PARKED + "?limit=500")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.findAll { it.subject == '" + poison + "' }.id");
  }

  private long taken() {
    return events.taken().stream().filter(poison::equals).count();
  }

  private List<String> audited() {
    return database.read(
        tx ->
            tx
                .query("SELECT actor, action FROM audit_entry WHERE subject = $1 ORDER BY id", id)
                .stream()
                .map(row -> row.getString("actor") + " " + row.getString("action"))
                .toList());
  }

  @Test
  void theListSaysWhatAndWhy() {
    as(TestKeys.admin())
        .get(PARKED + "?limit=500")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + id + "' }.error", equalTo("poison"))
        .body("items.find { it.id == '" + id + "' }.type", equalTo("thing.made"))
        .body("items.find { it.id == '" + id + "' }.destination", equalTo("escalation"));
  }

  @Test
  void oneThatIsRetriedIsSentAgainAndRecorded() {
    long before = taken();

    as(TestKeys.admin())
        .post(PARKED + "/" + id + "/retry")
        .then()
        .statusCode(200)
        .body("id", equalTo(id), "attempts", equalTo(0));

    await().untilAsserted(() -> assertThat(taken()).isGreaterThan(before));
    assertThat(audited()).singleElement().asString().endsWith(" retry-event");
    await().untilAsserted(() -> assertThat(ids()).containsExactly(id));
  }

  @Test
  void oneThatIsDroppedIsGoneAndRecorded() {
    as(TestKeys.admin()).delete(PARKED + "/" + id).then().statusCode(204);

    assertThat(ids()).isEmpty();
    assertThat(audited()).singleElement().asString().endsWith(" drop-event");
    as(TestKeys.admin()).delete(PARKED + "/" + id).then().statusCode(404);
    as(TestKeys.admin()).post(PARKED + "/" + id + "/retry").then().statusCode(404);
  }

  @Test
  void whatWasRecordedStays() {
    as(TestKeys.admin()).delete(PARKED + "/" + id).then().statusCode(204);

    Assertions.assertThatThrownBy(
            () -> database.inTransaction(tx -> tx.update("DELETE FROM audit_entry")))
        .hasMessageContaining("permission denied");
  }

  @Test
  void onlyAnAdminOfAllTeamsMay() {
    String person = unique("admin-of-one");
    String ofOneTeam = TestKeys.person(person);
    TestKeys.grant(person, "admin", "one");

    for (String key : List.of(TestKeys.viewer(), TestKeys.service(), ofOneTeam)) {
      as(key).get(PARKED).then().statusCode(403);
      as(key).post(PARKED + "/" + id + "/retry").then().statusCode(403);
      as(key).delete(PARKED + "/" + id).then().statusCode(403);
    }
    assertThat(ids()).containsExactly(id);
  }

  @Test
  void whatIsNotParkedIsNotFound() {
    as(TestKeys.admin()).post(PARKED + "/" + UUID.randomUUID() + "/retry").then().statusCode(404);
    as(TestKeys.admin()).get(PARKED + "?cursor=abc").then().statusCode(400);
  }
}
