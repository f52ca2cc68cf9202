package io.watchbill.rotation.coverage;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.rotation.NotifiedPeople;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoverageTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject MovableTime time;

  private final String id = unique("security");

  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    rotation(
        id,
        weekly("primary", "2026-01-05T09:00", "alice bob charlie"),
        standing("backup", "alice"),
        standing("lead", "carol"));
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private void removeBobOnTuesday() {
    admin()
        .body(
            Map.of(
                "role", "primary",
                "kind", "remove",
                "replaces", "bob",
                "from", "2027-01-05T17:00:00Z",
                "to", "2027-01-06T17:00:00Z"))
        .post("/v1/rotations/" + id + "/overrides")
        .then()
        .statusCode(201);
  }

  @Test
  void gapsAreFoundAndCostPoints() {
    removeBobOnTuesday();

    viewer()
        .get("/v1/rotations/" + id + "/coverage")
        .then()
        .statusCode(200)
        .body("findings.find { it.kind == 'gap' }.role", equalTo("primary"))
        .body("findings.find { it.kind == 'gap' }.from", equalTo("2027-01-05T17:00:00Z"))
        .body("score.value", lessThan(100))
        .body(
            "score.parts.find { it.name == 'coverage' }.text",
            equalTo("24 of 4320 hours have nobody on call"));
  }

  @Test
  void peopleInTwoRolesAreFound() {
    viewer()
        .get("/v1/rotations/" + id + "/coverage?days=30")
        .then()
        .body("findings.kind", hasItem("two-roles"))
        .body(
            "findings.find { it.kind == 'two-roles' }.text",
            equalTo("alice is backup and primary"));
  }

  @Test
  void peopleInTwoRotationsAtOnceAreFound() {
    rotation(unique("other"), standing("primary", "bob"));

    viewer()
        .get("/v1/rotations/" + id + "/coverage?days=5")
        .then()
        .body("findings.kind", hasItem("double-booking"))
        .body("findings.findAll { it.kind == 'double-booking' }.person", hasItem("bob"));
  }

  @Test
  void absentPeopleOnCallAreFound() {
    admin()
        .body(Map.of("from", "2027-01-07T00:00:00Z", "to", "2027-01-08T00:00:00Z"))
        .post("/v1/people/bob/absences")
        .then()
        .statusCode(201);

    viewer()
        .get("/v1/rotations/" + id + "/coverage?days=7")
        .then()
        .body("findings.findAll { it.kind == 'absent' }.from", hasItem("2027-01-07T00:00:00Z"));
  }

  @Test
  void withoutTheEscalationServiceContactsAreUnknownNotMissing() {
    viewer()
        .get("/v1/rotations/" + id + "/coverage?days=30")
        .then()
        .statusCode(200)
        .body("contactUnknown", hasItems("alice", "bob", "carol"))
        .body("score.parts.find { it.name == 'reachable' }.value", nullValue())
        .body("score.parts.find { it.name == 'reachable' }.text", containsString("did not answer"));
  }

  @Test
  void theLeadIsNotifiedOfPeopleAbsentOrInTwoRoles() {
    String zoe = unique("zoe").substring(0, 20);
    people(zoe);
    admin()
        .body(Map.of("from", "2027-01-12T00:00:00Z", "to", "2027-01-13T00:00:00Z"))
        .post("/v1/people/" + zoe + "/absences")
        .then()
        .statusCode(201);
    String own = unique("desk");

    rotation(
        own,
        weekly("primary", "2026-01-05T09:00", "bob " + zoe),
        standing("backup", zoe),
        standing("lead", "carol"));

    await().atMost(PATIENCE).until(() -> !NotifiedPeople.ofKind(own, "clash-ahead").isEmpty());
    assertThat(NotifiedPeople.ofKind(own, "clash-ahead"))
        .extracting(notice -> notice.getString("title"))
        .contains(
            "In Security " + zoe.toUpperCase(Locale.ROOT) + " is on call and absent",
            "In Security " + zoe.toUpperCase(Locale.ROOT) + " is backup and primary");
  }

  @Test
  void theLeadIsNotifiedOfAGapOnce() {
    removeBobOnTuesday();
    await().atMost(PATIENCE).until(() -> NotifiedPeople.ofKind(id, "gap-ahead").size() == 1);

    time.set(Instant.parse("2027-01-05T16:00:00Z"));
    admin()
        .body(
            Map.of(
                "role", "lead",
                "kind", "remove",
                "from", "2027-01-08T00:00:00Z",
                "to", "2027-01-08T01:00:00Z"))
        .post("/v1/rotations/" + id + "/overrides")
        .then()
        .statusCode(201);
    await().atMost(PATIENCE).until(() -> NotifiedPeople.ofKind(id, "gap-ahead").size() == 2);

    assertThat(NotifiedPeople.ofKind(id, "gap-ahead"))
        .extracting(notice -> notice.getString("title"))
        .containsExactly(
            "Nobody is on call as primary of Security", "Nobody is on call as lead of Security");
  }

  @Test
  void theLeadIsNotifiedOfADoubleBooking() {
    String zoe = unique("zoe").substring(0, 20);
    String lea = unique("lea").substring(0, 20);
    people(zoe, lea);
    String desk = unique("desk");
    rotation(desk, standing("primary", zoe));
    String own = unique("other");

    rotation(own, standing("primary", zoe), standing("lead", lea));

    await().atMost(PATIENCE).until(() -> !NotifiedPeople.ofKind(own, "clash-ahead").isEmpty());
    assertThat(NotifiedPeople.ofKind(own, "clash-ahead"))
        .filteredOn(notice -> notice.getString("title").contains(zoe.toUpperCase(Locale.ROOT)))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.getString("title"))
                  .isEqualTo(
                      "In Security "
                          + zoe.toUpperCase(Locale.ROOT)
                          + " is on call in "
                          + desk
                          + " too");
              assertThat(notice.getString("text"))
                  .contains("Request cover in one of the rotations");
              assertThat(notice.getString("role")).isEqualTo("lead");
            });
  }

  @Test
  void recurringFindingsShareOneNotice() {
    await().atMost(PATIENCE).until(() -> !NotifiedPeople.ofKind(id, "clash-ahead").isEmpty());

    assertThat(NotifiedPeople.ofKind(id, "clash-ahead"))
        .filteredOn(notice -> notice.getString("title").endsWith("ALICE is backup and primary"))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.getString("text"))
                    .startsWith(
                        "From Mon 18 Jan 09:00 to Mon 25 Jan 09:00 PST;"
                            + " Mon 8 Feb 09:00 to Mon 15 Feb 09:00 PST;"));
  }

  /** Alice's week of 22 February, 49 days ahead. */
  private String removeOneWhoIsFarAhead() {
    return admin()
        .body(
            Map.of(
                "role", "primary",
                "kind", "remove",
                "from", "2027-02-22T17:00:00Z",
                "to", "2027-02-23T17:00:00Z"))
        .post("/v1/rotations/" + id + "/overrides")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void aGapFarAheadIsNotNotifiedAgainEveryDay() {
    removeOneWhoIsFarAhead();
    await().atMost(PATIENCE).until(() -> NotifiedPeople.ofKind(id, "gap-ahead").size() == 1);
    Instant tomorrow = Instant.parse("2027-01-05T18:00:00Z");

    time.set(tomorrow);

    await().atMost(PATIENCE).until(() -> NotifiedMemory.isOf(id, "primary", tomorrow));
    assertThat(NotifiedPeople.ofKind(id, "gap-ahead")).hasSize(1);
  }

  @Test
  void aGapThatComesBackIsNotifiedAgain() {
    String override = removeOneWhoIsFarAhead();
    await().atMost(PATIENCE).until(() -> NotifiedPeople.ofKind(id, "gap-ahead").size() == 1);
    admin().delete("/v1/rotations/" + id + "/overrides/" + override).then().statusCode(204);
    await().atMost(PATIENCE).until(() -> !NotifiedMemory.holds(id, "primary"));

    removeOneWhoIsFarAhead();

    await().atMost(PATIENCE).until(() -> NotifiedPeople.ofKind(id, "gap-ahead").size() == 2);
  }

  @Test
  void theRangeIsLimited() {
    for (String days : new String[] {"0", "181", "many"}) {
      viewer()
          .get("/v1/rotations/" + id + "/coverage?days=" + days)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("days"));
    }
    viewer().get("/v1/rotations/" + unique("ghost") + "/coverage").then().statusCode(404);
  }
}
