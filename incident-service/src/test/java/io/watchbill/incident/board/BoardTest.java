package io.watchbill.incident.board;

import static io.restassured.RestAssured.given;
import static io.watchbill.incident.Api.act;
import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.kinds;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.state;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of incidents, as a browser without JavaScript uses them. */
@QuarkusTest
class BoardTest {
  private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' & {inject:frame}";

  private static RequestSpecification browser() {
    return given()
        .header("Authorization", "Bearer " + TestKeys.admin())
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .redirects()
        .follow(false);
  }

  private static String page(String path) {
    return browser().get(path).then().statusCode(200).extract().asString();
  }

  private static String team() {
    return unique("t").substring(0, 30).replaceAll("-$", "");
  }

  private static String openedFor(String team, String title) {
    return admin()
        .body(Map.of("title", title, "severity", "P2", "team", team))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  @Test
  void theBoardShowsWhatIsOpenByTheFilterOfItsUrl() {
    String team = team();
    String first = openedFor(team, "Disk full");
    String second = openedFor(team, "Logins");
    act(second, "resolve");

    assertThat(page("/incidents?team=" + team)).contains(first, "Disk full").doesNotContain(second);
    assertThat(page("/incidents?team=" + team + "&state=resolved"))
        .contains(second)
        .doesNotContain(first);
    assertThat(page("/incidents?team=" + team + "&severity=P0")).contains("No incidents here.");
  }

  @Test
  void theBoardCountsWhatIsOpenAndShowsWhatIHaveAcknowledged() {
    String team = team();
    String mine = openedFor(team, "Disk full");
    String other = openedFor(team, "Logins");
    String person = unique("ann");
    TestKeys.grant(person, "responder", "");
    as(TestKeys.person(person))
        .post("/v1/incidents/" + mine + "/acknowledge")
        .then()
        .statusCode(200);
    act(other, "acknowledge");

    assertThat(page("/incidents"))
        .containsPattern("Open: .*<span class=\"label P2\">P2</span> [1-9]");
    given()
        .header("Authorization", "Bearer " + TestKeys.person(person))
        .header("Accept", "text/html")
        .get("/incidents?state=mine")
        .then()
        .body(containsString(mine), not(containsString(other)));
    assertThat(page("/incidents?state=mine&team=" + team)).contains("No incidents here.");
  }

  @Test
  void aPageIsForNobodyElseAndRunsNothingOfOthers() {
    browser()
        .get("/incidents")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"))
        .header("X-Content-Type-Options", "nosniff")
        .body(not(containsString("style=")))
        .body(not(containsString("onclick")));
  }

  @Test
  void hostileTextsAreShownAsText() {
    String team = team();
    String reference = openedFor(team, HOSTILE);

    for (String path : new String[] {"/incidents?team=" + team, "/incidents/" + reference}) {
      assertThat(page(path)).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }
  }

  @Test
  void aBoardThatHasSeenAllIsAnsweredWithNothing() {
    String team = team();
    String reference = openedFor(team, "Disk full");
    String path = "/fragments/incident/board?team=" + team;
    String seen = seen(page(path));

    browser().get(path + "&seen=" + seen).then().statusCode(204);

    act(reference, "acknowledge");
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                browser()
                    .get(path + "&seen=" + seen)
                    .then()
                    .statusCode(200)
                    .body(containsString("acknowledged")));
  }

  private static String seen(String html) {
    Matcher matcher = Pattern.compile("seen=([^\"&]+)").matcher(html);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void severalAreAcknowledgedAtOnceAndWhatCannotBeIsSaid() {
    String first = opened("P2");
    String second = opened("P2");

    browser()
        .formParam("incident", first, second)
        .formParam("action", "acknowledge")
        .post("/incidents")
        .then()
        .statusCode(303)
        .header("Location", containsString("/incidents?sort=severity&state=open"));
    assertThat(state(first)).isEqualTo("acknowledged");
    assertThat(state(second)).isEqualTo("acknowledged");

    act(second, "resolve");
    browser()
        .formParam("incident", first, second)
        .formParam("action", "unacknowledge")
        .post("/incidents")
        .then()
        .statusCode(409)
        .body(containsString("role=\"alert\""), containsString(second + ": "));
    assertThat(state(first)).isEqualTo("triggered");
  }

  @Test
  void thePageOfAnIncidentShowsClockTimelineAndActions() {
    String reference = opened("P1");

    assertThat(page("/incidents/" + reference))
        .contains(reference, "Strange logins", "Acknowledge by", "/acknowledge\"", "Timeline");
    browser().post("/incidents/" + reference + "/acknowledge").then().statusCode(303);
    assertThat(page("/incidents/" + reference)).contains("Take acknowledgement back");
    assertThat(state(reference)).isEqualTo("acknowledged");
  }

  @Test
  void formsDoWhatTheApiDoes() {
    String reference = opened("P2");

    post(reference, "comment", Map.of("text", "It is our scanner", "once", unique("c")), 303);
    post(reference, "severity", Map.of("severity", "P1", "reason", "It spreads"), 303);
    post(reference, "tags", Map.of("tags", "vpn, ransomware"), 303);
    post(reference, "snooze", Map.of("for", "PT1H", "reason", "Waiting"), 303);

    assertThat(kinds(reference)).contains("comment", "severity-changed", "tags-changed", "snoozed");
    assertThat(incident(reference).getString("severity")).isEqualTo("P1");
    assertThat(page("/incidents/" + reference + "?show=people")).doesNotContain("paging starts");
  }

  @Test
  void aCommentSentTwiceIsStoredOnce() {
    String reference = opened("P2");
    Map<String, String> form = Map.of("text", "It is our scanner", "once", unique("c"));

    post(reference, "comment", form, 303);
    post(reference, "comment", form, 303);

    assertThat(kinds(reference).stream().filter("comment"::equals)).hasSize(1);
  }

  @Test
  void aFormThatIsRefusedKeepsWhatWasTyped() {
    String reference = opened("P2");

    String answer = post(reference, "snooze", Map.of("for", "soon", "reason", "Typed words"), 400);
    assertThat(answer).contains("Choose for how long.", "value=\"Typed words\"");
    assertThat(post(reference, "severity", Map.of("severity", "P9", "reason", "Kept"), 400))
        .contains("Choose P0, P1, P2 or P3.", "value=\"Kept\"");
    act(reference, "resolve");
    assertThat(post(reference, "unacknowledge", Map.of("note", "x"), 409))
        .contains("role=\"alert\"");
  }

  private static String post(
      String reference, String action, Map<String, String> form, int status) {
    return browser()
        .formParams(form)
        .post("/incidents/" + reference + "/" + action)
        .then()
        .statusCode(status)
        .extract()
        .asString();
  }

  @Test
  void anIncidentOpenedTwiceByOneFormIsOne() {
    String team = team();
    Map<String, String> form =
        Map.of("title", "By hand", "severity", "P1", "team", team, "tags", "", "once", unique("o"));
    assertThat(page("/incidents/new")).contains("name=\"once\"");

    String first = openByForm(form);
    assertThat(openByForm(form)).isEqualTo(first);
    assertThat(page(first)).contains("By hand");

    browser()
        .formParams(Map.of("title", "", "severity", "P1", "team", "Not An Id"))
        .post("/incidents/new")
        .then()
        .statusCode(400)
        .body(containsString("value=\"Not An Id\""), containsString("id=\"team-wrong\""));
  }

  private static String openByForm(Map<String, String> form) {
    return browser()
        .formParams(form)
        .post("/incidents/new")
        .then()
        .statusCode(303)
        .extract()
        .header("Location")
        .replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void theStartPageShowsWhatIsOpenAndPlacesForTheOtherServices() {
    assertThat(page("/"))
        .contains(
            "aria-current=\"page\">Now",
            "/fragments/rotation/me",
            "/fragments/escalation/mine",
            "Not available right now");
  }

  @Test
  void everyPageHasDutyPagesAndASearchAtItsTop() {
    for (String path : List.of("/", "/incidents", "/severities")) {
      assertThat(page(path))
          .contains(
              "/fragments/rotation/duty",
              "/fragments/escalation/duty",
              "action=\"/search\"",
              "· Watchbill ");
    }
  }

  private static String search(String text) {
    return browser()
        .queryParam("q", text)
        .get("/search")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void aSearchLeadsToTheIncidentWhoseReferenceItIs() {
    String reference = opened("P2");
    String number = reference.replace("INC-", "");

    for (String typed : List.of(reference, " " + reference.toLowerCase(Locale.ROOT), number)) {
      browser()
          .queryParam("q", typed)
          .get("/search")
          .then()
          .statusCode(303)
          .header("Location", endsWith("/incidents/" + reference));
    }
    assertThat(search("INC-999999999999999999")).contains("No incident has these words");
  }

  @Test
  void aSearchFindsIncidentsOpenOrResolvedWhoseTitlesHaveAllTheWords() {
    String word = unique("Wörd").replace("-", "");
    String open = openedFor(team(), "Disk full on " + word + " 100%");
    String resolved = openedFor(team(), word + " lost its disk");
    String other = openedFor(team(), word + " is hot");
    act(resolved, "resolve");

    assertThat(search("DISK " + word.toLowerCase(Locale.ROOT)))
        .contains(open, resolved, "/fragments/rotation/search?q=DISK+")
        .doesNotContain(other);
    assertThat(search(word + " %")).contains(open).doesNotContain(resolved);
    assertThat(page("/search")).doesNotContain("No incident has these words");
    assertThat(search("<script>")).doesNotContain("<script>");
    browser().queryParam("q", "x".repeat(201)).get("/search").then().statusCode(400);
    browser().queryParam("q", "a\0b").get("/search").then().statusCode(400);
  }

  @Test
  void textsAreGermanForWhoReadsGerman() {
    browser()
        .header("Accept-Language", "de-DE,de;q=0.9,en;q=0.5")
        .get("/incidents")
        .then()
        .body(containsString("lang=\"de\""), containsString("Vorfall eröffnen"));
    browser().header("Accept-Language", "\0;;q=x").get("/incidents").then().statusCode(200);
  }

  @Test
  void timesAreShownInTheBrowsersZone() {
    String reference = opened("P2");
    browser()
        .cookie("watchbill-zone", "Asia/Kathmandu")
        .get("/incidents/" + reference)
        .then()
        .body(containsString("Times in Asia/Kathmandu"));
    browser()
        .cookie("watchbill-zone", "No/Where")
        .get("/incidents/" + reference)
        .then()
        .statusCode(200)
        .body(containsString("Times in UTC"));
  }

  @Test
  void whatDoesNotExistIsAPageThatHelps() {
    browser()
        .get("/incidents/INC-999999999")
        .then()
        .statusCode(404)
        .contentType("text/html;charset=utf-8")
        .body(containsString("Page not found"), containsString("Go to the start page"));
    browser().get("/nowhere").then().statusCode(404).body(containsString("Page not found"));
    given()
        .header("Accept", "*/*")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void assetsAreCachedForAYearByTheHashInTheirName() {
    Matcher css =
        Pattern.compile("/assets/incident/watchbill\\.[0-9a-f]{12}\\.css").matcher(page("/"));
    assertThat(css.find()).isTrue();

    given()
        .get(css.group())
        .then()
        .statusCode(200)
        .contentType("text/css;charset=utf-8")
        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
        .header("Content-Encoding", "gzip");
    given().get("/assets/incident/watchbill.css").then().statusCode(404);
  }
}
