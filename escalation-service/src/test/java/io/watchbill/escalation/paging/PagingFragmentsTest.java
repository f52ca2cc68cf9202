package io.watchbill.escalation.paging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.FromOutside;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages of the peer services show of paging. */
@QuarkusTest
class PagingFragmentsTest extends FromOutside {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private String fragment(String path, String key) {
    return given()
        .auth()
        .oauth2(key)
        .header("Accept", "text/html")
        .get("/fragments/escalation/" + path)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .extract()
        .asString();
  }

  @Test
  void theFragmentOfAnIncidentSaysWhoWasPagedByWhatAndWhenTheNextStepIsDue() {
    rotation("primary", "alice", "secondary", "bob");
    policy(
        step("first", "primary"),
        step("second", "secondary", "\"after\": {\"sla\": \"acknowledge\"}"));
    reachableByMail("alice", "bob");
    Incident incident = open("P1");
    linkOf("alice");

    soon(
        () ->
            assertThat(fragment("incidents/" + incident.id, TestKeys.viewer()))
                .contains(named("alice"), "email", "sent", "Next step", "<time datetime="));
  }

  @Test
  void anIncidentOfWhichNothingIsKnownHasPagedNobody() {
    assertThat(fragment("incidents/01a22f31-38d4-7b5a-82e8-dab122672780", TestKeys.viewer()))
        .contains("Nobody has been paged.");
  }

  @Test
  void myPagesWaitUntilIHaveAcknowledged() {
    rotation("primary", "alice");
    policy(step("first", "primary"));
    reachableByMail("alice");
    Incident incident = open(new Incident(own, "P1", now()).withTitle(HOSTILE));
    String link = linkOf("alice");
    TestKeys.grant(named("alice"), "viewer", "");
    String mine = TestKeys.person(named("alice"));

    soon(
        () ->
            assertThat(fragment("mine", mine))
                .contains("INC-7", "&lt;img src=x", "/incidents/INC-7/acknowledge")
                .doesNotContain("<img"));
    assertThat(fragment("duty", mine))
        .contains("&lt;img src=x", "aria-label=\"Acknowledge INC-7\"")
        .doesNotContain("<img");
    given().post(link).then().statusCode(200);

    assertThat(fragment("mine", mine)).contains("You have no open pages.");
    assertThat(fragment("duty", mine)).isBlank();
    assertThat(incident.id).isNotEmpty();
  }

  @Test
  void theTopOfAPageShowsTheNewestThreePagesAndHowManyMore() {
    rotation("primary", "alice");
    policy(step("first", "primary"));
    reachableByMail("alice");
    TestKeys.grant(named("alice"), "viewer", "");
    String mine = TestKeys.person(named("alice"));
    for (String title : List.of("oldest", "older", "newer", "newest")) {
      open(new Incident(own, "P1", now()).withTitle(title));
      soon(() -> assertThat(fragment("mine", mine)).contains("<bdi>" + title + "</bdi>"));
    }

    assertThat(fragment("duty", mine))
        .containsSubsequence("newest", "newer", "older", "and 1 more")
        .doesNotContain("oldest");
  }

  @Test
  void whoIsNoPersonHasNoPages() {
    assertThat(fragment("mine", TestKeys.admin())).contains("You have no open pages.");
    assertThat(fragment("duty", TestKeys.admin())).isBlank();
  }
}
