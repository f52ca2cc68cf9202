package io.watchbill.rotation.directory;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.post;
import static io.watchbill.rotation.board.PageBrowser.send;
import static io.watchbill.rotation.board.PageBrowser.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of teams, as a browser without JavaScript uses them. */
@QuarkusTest
class TeamsPageTest {
  private final String team = unique("team");
  private final String path = "/teams/" + team;

  private static RequestSpecification anAdmin() {
    return browser(TestKeys.admin());
  }

  private static RequestSpecification aViewer() {
    return browser(TestKeys.viewer());
  }

  private void made(String name) {
    send(anAdmin(), "/teams", Map.of("id", team, "name", name));
  }

  private void join(String... people) {
    people(people);
    anAdmin()
        .contentType("application/x-www-form-urlencoded")
        .formParam("person", List.of(people))
        .post(path + "/members")
        .then()
        .statusCode(303);
  }

  @Test
  void aTeamOfFourIsSetUpByClicking() {
    made("Network");
    String[] four = {unique("ann"), unique("ben"), unique("cid"), unique("dan")};
    join(four);
    for (String one : four) {
      send(anAdmin(), path + "/members/" + one + "/rights", Map.of("right", "responder"));
    }

    assertThat(page(anAdmin(), path)).contains(four).contains("responder");
    admin().get("/v1" + path).then().body("members", contains(four));
    admin().get("/v1/grants/person/" + four[3]).then().body("grants.team", contains(team));
  }

  @Test
  void membersLeaveAndRightsAreTaken() {
    made("Network");
    String ann = unique("ann");
    String ben = unique("ben");
    join(ann, ben);
    String rights = path + "/members/" + ann + "/rights";
    send(anAdmin(), rights, Map.of("right", "manager"));
    send(anAdmin(), rights + "/take", Map.of("right", "manager"));
    admin().get("/v1/grants/person/" + ann).then().body("grants.size()", equalTo(0));

    send(anAdmin(), path + "/members/" + ann + "/remove", Map.of());
    admin().get("/v1" + path).then().body("members", contains(ben));
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
    assertThat(
            shown(
                post(anAdmin(), "/teams", Map.of("id", "No Team", "name", HOSTILE))
                    .statusCode(400)))
        .contains("id-wrong", "value=\"No Team\"", "&lt;img src=x")
        .doesNotContain("<img");
    made("First");
    assertThat(
            shown(post(anAdmin(), "/teams", Map.of("id", team, "name", "Second")).statusCode(400)))
        .contains("there is a team", "value=\"Second\"");
  }

  @Test
  void aTeamIsRenamedUnlessSomebodyElseDidSoMeanwhile() {
    made("Before");
    Matcher revision =
        Pattern.compile("name=\"revision\" value=\"([^\"]*)\"").matcher(page(anAdmin(), path));
    assertThat(revision.find()).isTrue();
    Map<String, String> form = Map.of("revision", revision.group(1), "name", HOSTILE);
    send(anAdmin(), path, form);

    assertThat(page(anAdmin().header("Accept-Language", "de"), path))
        .contains("&lt;img src=x", "Mitglieder", "Noch ist niemand Mitglied.");
    assertThat(page(anAdmin(), "/teams")).contains("Teams");
    assertThat(shown(post(anAdmin(), path, form).statusCode(412))).contains("Not done");
  }

  @Test
  void aTeamWithSchedulesIsNotArchived() {
    rotation(unique("kept"), standing("primary", "alice"));
    assertThat(shown(post(anAdmin(), "/teams/security/archive", Map.of()).statusCode(409)))
        .contains("belongs to the team");
    made("Short");
    send(anAdmin(), path + "/archive", Map.of());
    admin().get("/v1" + path).then().body("archivedAt", notNullValue());
    assertThat(page(anAdmin(), "/teams?archived=true")).contains("Hide archived");
  }

  @Test
  void managersChangeTheirTeamOnly() {
    made("Own");
    String manager = unique("manager");
    people(manager);
    TestKeys.grant(manager, "manager", team);
    String key = TestKeys.person(manager);

    assertThat(page(browser(key), path)).contains("Save").doesNotContain("/rights");
    post(browser(key), path + "/members/" + manager + "/rights", Map.of("right", "manager"))
        .statusCode(403);
    post(browser(key), "/teams", Map.of("id", unique("other"), "name", "x")).statusCode(403);
    assertThat(page(aViewer(), path)).doesNotContain("Save", "Remove");
    post(aViewer(), path + "/members", Map.of("person", manager)).statusCode(403);
    post(aViewer(), path + "/archive", Map.of()).statusCode(403);
  }
}
