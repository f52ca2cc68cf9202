package io.watchbill.rotation.preview;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.rotation.NotifiedPeople;
import io.watchbill.rotation.fairness.UnevenRotation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes are shown, and checked, before they are made. */
@QuarkusTest
class PreviewTest extends UnevenRotation {
  @Test
  void aChangeIsSeenBeforeItIsMade() {
    admin()
        .body(body(primary(alice, bob, dave, charlie)))
        .post("/v1/rotations/" + id + "/preview?days=28")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItem(dave))
        .body("changes.findAll { it.change == 'lost' }.person", hasItem(alice))
        .body("gapsAfter", empty())
        .body("sharesBefore.person", hasItems(alice, bob, charlie))
        .body("sharesAfter.person", hasItems(alice, bob, charlie, dave));

    viewer().get("/v1/rotations/" + id + "/versions").then().body("items", hasSize(1));
  }

  @Test
  void anOverrideIsSeenBeforeItIsMade() {
    Map<String, String> override =
        Map.of(
            "role", "primary",
            "replaces", bob,
            "person", dave,
            "from", "2027-01-05T17:00:00Z",
            "to", "2027-01-06T17:00:00Z");

    admin()
        .body(override)
        .post("/v1/rotations/" + id + "/preview/override?days=28")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItem(dave))
        .body("sharesAfter.find { it.person == '" + dave + "' }.hours", equalTo(24));

    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", empty());
    viewer()
        .body(override)
        .post("/v1/rotations/" + id + "/preview/override")
        .then()
        .statusCode(403);
  }

  /** Bob's week of 4 January for alice's of 11 January. */
  private Map<String, Object> swap() {
    return Map.of(
        "give",
        Map.of(
            "person", bob,
            "role", "primary",
            "from", "2027-01-05T17:00:00Z",
            "to", "2027-01-06T17:00:00Z"),
        "take",
        Map.of(
            "person", alice,
            "role", "primary",
            "from", "2027-01-12T17:00:00Z",
            "to", "2027-01-14T17:00:00Z"));
  }

  /** Some of bob's first hour is over already. */
  @Test
  void aSwapIsSeenBeforeAnybodyIsAsked() {
    admin()
        .body(swap())
        .post("/v1/rotations/" + id + "/preview/swap?days=14")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItems(alice, bob))
        .body("sharesBefore.find { it.person == '" + bob + "' }.hours", equalTo(167))
        .body("sharesAfter.find { it.person == '" + bob + "' }.hours", equalTo(191))
        .body("sharesAfter.find { it.person == '" + alice + "' }.hours", equalTo(144))
        .body("gapsAfter", empty());

    viewer().get("/v1/rotations/" + id + "/swaps").then().body("items", empty());
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", empty());
    assertThat(NotifiedPeople.ofKind(id, "swap-asked")).isEmpty();
    viewer().body(swap()).post("/v1/rotations/" + id + "/preview/swap").then().statusCode(403);
  }

  private Map<String, Object> cover(Map<String, String> ask) {
    return Map.of(
        "role", "primary",
        "person", bob,
        "ask", ask,
        "reason", "family dinner",
        "from", "2027-01-05T17:00:00Z",
        "to", "2027-01-06T17:00:00Z");
  }

  @Test
  void coverIsSeenBeforeAnybodyIsAsked() {
    admin()
        .body(cover(Map.of("person", dave)))
        .post("/v1/rotations/" + id + "/preview/cover-request?days=14")
        .then()
        .statusCode(200)
        .body("changes.findAll { it.change == 'gained' }.person", hasItem(dave))
        .body("sharesAfter.find { it.person == '" + dave + "' }.hours", equalTo(24));
    admin()
        .body(cover(Map.of("who", "anyone")))
        .post("/v1/rotations/" + id + "/preview/cover-request?days=14&taker=" + charlie)
        .then()
        .statusCode(200)
        .body("sharesAfter.find { it.person == '" + charlie + "' }.hours", equalTo(24));

    viewer().get("/v1/rotations/" + id + "/cover-requests").then().body("items", empty());
    viewer().get("/v1/rotations/" + id + "/overrides").then().body("items", empty());
    assertThat(NotifiedPeople.ofKind(id, "cover-asked")).isEmpty();
  }

  @Test
  void previewsOfSwapsAndCoverAreJudgedAsTheyAre() {
    admin()
        .body(cover(Map.of("who", "team")))
        .post("/v1/rotations/" + id + "/preview/cover-request")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("taker"));
    admin()
        .body(cover(Map.of("who", "anyone")))
        .post("/v1/rotations/" + id + "/preview/cover-request?taker=" + bob)
        .then()
        .statusCode(400);
    admin()
        .body(cover(Map.of("person", alice)))
        .post("/v1/rotations/" + id + "/preview/cover-request?taker=" + dave)
        .then()
        .statusCode(403);
    admin()
        .body(Map.of("give", swap().get("give"), "take", swap().get("give")))
        .post("/v1/rotations/" + id + "/preview/swap")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/take/person"));
  }

  @Test
  void aPreviewIsJudgedAsTheChangeItself() {
    admin()
        .body(body(primary(alice, "ghost")))
        .post("/v1/rotations/" + id + "/preview")
        .then()
        .statusCode(400);
    admin()
        .header("If-Match", "\"99\"")
        .body(body(standing("primary", alice)))
        .post("/v1/rotations/" + id + "/preview")
        .then()
        .statusCode(412);
    viewer()
        .body(body(standing("primary", alice)))
        .post("/v1/rotations/" + id + "/preview")
        .then()
        .statusCode(403);
  }
}
