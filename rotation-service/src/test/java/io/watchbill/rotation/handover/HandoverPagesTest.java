package io.watchbill.rotation.handover;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.weekly;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.once;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.post;
import static io.watchbill.rotation.board.PageBrowser.send;
import static io.watchbill.rotation.board.PageBrowser.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cover and swaps on pages, as a browser without JavaScript uses them. */
@QuarkusTest
class HandoverPagesTest {
  private static final Pattern SHIFT =
      Pattern.compile("href=\"(/schedules/[^\"]+/shift\\?[^\"]+person=ann-[^\"]+)\"");

  @Inject MovableTime time;

  private final String id = unique("handed");
  private final String team = unique("team");
  private final String ann = unique("ann");
  private final String ben = unique("ben");
  private final String shift = "/schedules/" + id + "/shift";

  /** Monday 2027-01-04 in Los Angeles: ben's week begins, and then comes ann's. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    team(team, ann, ben);
    String layer = weekly("primary", "2026-01-05T09:00", ben + " " + ann);
    admin()
        .body(body(layer).replace("\"team\": \"security\"", "\"team\": \"" + team + "\""))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(201);
    TestKeys.grant(ann, "responder", team);
    TestKeys.grant(ben, "responder", team);
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private RequestSpecification ann() {
    return browser(TestKeys.person(ann));
  }

  private RequestSpecification ben() {
    return browser(TestKeys.person(ben));
  }

  /** What the form of ann's next shift holds. */
  private Map<String, String> annsWeek() {
    Map<String, String> form = new HashMap<>();
    form.put("role", "primary");
    form.put("person", ann);
    form.put("from", "2027-01-11T09:00");
    form.put("to", "2027-01-18T09:00");
    return form;
  }

  private static String found(String html, Pattern pattern) {
    Matcher matcher = pattern.matcher(html);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  @Test
  void coverIsAskedForInTwoClicksAndTaken() {
    String link =
        found(page(ann(), "/schedules/" + id + "?from=2027-01-11"), SHIFT).replace("&amp;", "&");
    String asked = page(ann().urlEncodingEnabled(false), link);
    assertThat(asked).contains("Ask for cover", "I cannot take this shift.");

    Map<String, String> form = annsWeek();
    form.put("once", once(asked));
    form.put("reason", HOSTILE);
    form.put("ask", "team");
    send(ann(), shift + "/cover", form);
    send(ann(), shift + "/cover", form);
    assertThat(page(ann(), "/me")).contains("You ask for cover in", "Withdraw", "&lt;img src=x");

    String seen = page(ben(), "/me");
    assertThat(seen).contains("asks for cover in");
    String take =
        found(seen, Pattern.compile("action=\"(/schedules/" + id + "/cover-requests/[^\"]+/take)"));
    send(ben(), take, Map.of());
    admin()
        .get("/v1/rotations/" + id + "/cover-requests")
        .then()
        .body("items.state", contains("taken"))
        .body("items.takenBy", contains(ben));
    assertThat(page(ann(), "/me")).contains("No open requests");
  }

  @Test
  void aSwapIsProposedAndAccepted() {
    String form = propose();
    assertThat(form).contains("Propose a swap");
    assertThat(page(ann(), "/me")).contains("You propose a swap to");

    String seen = page(ben(), "/me");
    assertThat(seen).contains("proposes a swap in", "<bdi>Security</bdi>");
    send(ben(), found(seen, Pattern.compile("action=\"([^\"]+/accept)\"")), Map.of());
    admin().get("/v1/rotations/" + id + "/swaps").then().body("items.state", contains("accepted"));
  }

  private String propose() {
    String html =
        page(
            ann(),
            shift + "?role=primary&person=" + ann + "&from=2027-01-11T09:00&to=2027-01-18T09:00");
    Map<String, String> form = annsWeek();
    form.put("once", once(html));
    form.put("take", found(html, Pattern.compile("<option value=\"(ben-[^\"|]+\\|[^\"]+)\"")));
    send(ann(), shift + "/swap", form);
    return html;
  }

  @Test
  void aShiftThatHasBegunIsNotOfferedForASwap() {
    String begun =
        page(
            ben(),
            shift + "?role=primary&person=" + ben + "&from=2027-01-04T09:00&to=2027-01-11T09:00");

    assertThat(begun)
        .contains("This shift has begun", "/shift/cover", "Make an override")
        .doesNotContain("/shift/swap");
    // The API refuses it all the same.
    Map<String, String> form = new HashMap<>(annsWeek());
    form.put("person", ben);
    form.put("from", "2027-01-04T08:00");
    form.put("to", "2027-01-11T09:00");
    form.put("take", ann + "|primary|2027-01-11T17:00:00Z|2027-01-18T17:00:00Z");
    post(ben(), shift + "/swap", form).statusCode(400);
  }

  @Test
  void ofAShiftThatIsOverNothingIsOffered() {
    assertThat(
            page(
                ann().header("Accept-Language", "de"),
                shift
                    + "?role=primary&person="
                    + ann
                    + "&from=2026-12-28T09:00&to=2027-01-04T09:00"))
        .contains("Diese Schicht ist vorbei")
        .doesNotContain("/shift/swap", "/shift/cover", "Schicht übergeben");
  }

  @Test
  void aSwapIsDeclinedOrWithdrawn() {
    propose();
    String seen = page(ben(), "/me");
    send(ben(), found(seen, Pattern.compile("action=\"([^\"]+/decline)\"")), Map.of());
    propose();
    String own = page(ann(), "/me");
    String withdraw = found(own, Pattern.compile("action=\"([^\"]+/swaps/[^\"]+/withdraw)\""));
    post(ben(), withdraw, Map.of()).statusCode(403);
    send(ann(), withdraw, Map.of());
    admin()
        .get("/v1/rotations/" + id + "/swaps")
        .then()
        .body("items.state", contains("declined", "withdrawn"));
  }

  @Test
  void coverThatIsNoLongerNeededIsWithdrawn() {
    Map<String, String> form = annsWeek();
    form.put("reason", "Dinner");
    form.put("ask", "person:" + ben);
    send(ann(), shift + "/cover", form);
    String own = page(ann(), "/me");
    send(ann(), found(own, Pattern.compile("action=\"([^\"]+/withdraw)\"")), Map.of());
    assertThat(page(ben(), "/me")).contains("No open requests");
  }

  @Test
  void whatCannotBeAskedSaysWhyAndKeepsWhatWasTyped() {
    Map<String, String> form = annsWeek();
    form.put("reason", "Dinner");
    form.put("to", "soon");
    assertThat(shown(post(ann(), shift + "/cover", form).statusCode(400)))
        .contains("Not done", "value=\"Dinner\"");
    assertThat(shown(post(ann(), shift + "/swap", annsWeek()).statusCode(400)))
        .contains("Choose a shift");
    form.put("to", "2027-01-18T09:00");
    post(ben(), shift + "/cover", form).statusCode(403);
    browser(TestKeys.viewer()).get(shift).then().statusCode(403);
    admin().get("/v1/rotations/" + id + "/cover-requests").then().body("items", hasSize(0));
  }

  @Test
  void thePageSpeaksGerman() {
    assertThat(page(ann().header("Accept-Language", "de"), shift + "?person=" + ann))
        .contains("Um Vertretung bitten", "Tausch vorschlagen");
  }
}
