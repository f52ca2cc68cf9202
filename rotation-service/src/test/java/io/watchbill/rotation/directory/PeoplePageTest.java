package io.watchbill.rotation.directory;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.post;
import static io.watchbill.rotation.board.PageBrowser.send;
import static io.watchbill.rotation.board.PageBrowser.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of people, as a browser without JavaScript uses them. */
@QuarkusTest
class PeoplePageTest {
  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([^\"]*)\"");

  private final String person = unique("person");

  private static RequestSpecification anAdmin() {
    return browser(TestKeys.admin());
  }

  private static RequestSpecification aViewer() {
    return browser(TestKeys.viewer());
  }

  private Map<String, String> form(String name) {
    return Map.of("id", person, "name", name, "timeZone", "Europe/Berlin", "email", "", "team", "");
  }

  private static String revision(String html) {
    Matcher matcher = REVISION.matcher(html);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void somebodyNewIsEnteredByAForm() {
    assertThat(page(anAdmin(), "/people")).contains("New person");
    send(anAdmin(), "/people", form("Zoë"));

    assertThat(page(aViewer(), "/people/" + person))
        .contains("Zoë", "Europe/Berlin", "the admins")
        .doesNotContain("Archive", "Save");
    assertThat(shown(post(anAdmin(), "/people", form("Somebody else")).statusCode(400)))
        .contains("there is a person", "value=\"Somebody else\"");
  }

  @Test
  void peopleAreFoundByAPartOfTheirNameOrId() {
    String name = "Zoë " + HOSTILE + person;
    send(anAdmin(), "/people", form(name));

    String found = "/fragments/rotation/search?q=";
    assertThat(page(aViewer(), found + person.substring(2)))
        .contains("/people/" + person, "Zoë")
        .doesNotContain("<script", "<html");
    assertThat(page(aViewer(), found + person.toUpperCase(Locale.ROOT)))
        .contains("/people/" + person);
    assertThat(page(aViewer(), found + "nobody-is-called-this")).contains("No person, team");
    assertThat(page(aViewer(), found)).contains("No person, team");
    aViewer().get(found + "x".repeat(201)).then().statusCode(400);
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
    Map<String, String> form =
        Map.of("id", person, "name", HOSTILE, "timeZone", "Mars/Olympus", "email", "nobody");

    assertThat(shown(post(anAdmin(), "/people", form).statusCode(400)))
        .contains("timeZone-wrong", "email-wrong", "value=\"Mars/Olympus\"", "&lt;img src=x")
        .doesNotContain("<img");
  }

  @Test
  void namesAreShownAsTextInGermanToo() {
    send(anAdmin(), "/people", form(HOSTILE));

    assertThat(page(anAdmin().header("Accept-Language", "de"), "/people/" + person))
        .contains("&lt;img src=x", "Zeitzone", "Archivieren");
  }

  @Test
  void aPersonIsChangedUnlessSomebodyElseDidSoMeanwhile() {
    people(person);
    String path = "/people/" + person;
    Map<String, String> form =
        Map.of(
            "revision", revision(page(anAdmin(), path)),
            "name", "Ann",
            "timeZone", "UTC",
            "email", "ann@example.org");
    send(anAdmin(), path, form);
    admin().get("/v1" + path).then().body("name", equalTo("Ann"));

    assertThat(shown(post(anAdmin(), path, form).statusCode(412)))
        .contains("Not done", "value=\"ann@example.org\"");
  }

  @Test
  void rightsAreGivenAndTakenByAdmins() {
    people(person);
    team("directory");
    String rights = "/people/" + person + "/rights";
    send(anAdmin(), rights, Map.of("right", "responder", "team", "directory"));
    send(anAdmin(), rights, Map.of("right", "viewer", "team", ""));
    assertThat(page(anAdmin(), "/people/" + person)).contains("responder", "all teams");

    send(anAdmin(), rights + "/take", Map.of("right", "responder", "team", "directory"));
    admin().get("/v1/grants/person/" + person).then().body("grants.right", contains("viewer"));

    Map<String, String> nonsense = Map.of("right", "everything", "team", "");
    assertThat(shown(post(anAdmin(), rights, nonsense).statusCode(400)))
        .contains("a right is one of");
    String manager = TestKeys.automation("directory-manager", "manager");
    post(browser(manager), rights, Map.of("right", "admin", "team", "")).statusCode(403);
    assertThat(page(browser(manager), "/people/" + person)).doesNotContain("/rights");
  }

  @Test
  void whoIsStillNeededIsNotArchived() {
    rotation(unique("needed"), standing("primary", person(person)));
    assertThat(shown(post(anAdmin(), "/people/" + person + "/archive", Map.of()).statusCode(409)))
        .contains("still in use", "rotations/needed");

    String other = person(unique("other"));
    send(anAdmin(), "/people/" + other + "/archive", Map.of());
    admin().get("/v1/people/" + other).then().body("archivedAt", notNullValue());
    assertThat(page(anAdmin(), "/people/" + other)).contains("archived", "Bring back");
  }

  private static String person(String id) {
    people(id);
    return id;
  }

  @Test
  void anAdminMakesALinkThatSignsSomebodyIn() {
    people(person);
    String path = "/people/" + person + "/sign-in-link";
    assertThat(shown(post(anAdmin(), path, Map.of()).statusCode(201))).contains("/sign-in/");
    post(aViewer(), path, Map.of()).statusCode(403);
  }

  @Test
  void peopleAgreeToJoinATeamThemselves() {
    people(person);
    team("directory");
    TestKeys.grant(person, "viewer", "");
    RequestSpecification self = browser(TestKeys.person(person));
    send(self, "/people/" + person + "/teams", Map.of("agreed", "directory"));
    String path = "/v1/people/" + person + "/teams";
    admin().get(path).then().body("items.team", contains("directory"));
    assertThat(page(browser(TestKeys.person(person)), "/people/" + person)).contains("Agree");

    post(aViewer(), "/people/" + person + "/teams", Map.of("agreed", "directory")).statusCode(403);
    assertThat(page(aViewer(), "/people/" + person)).doesNotContain("Agree");
    String withdraw = "/people/" + person + "/teams/directory/withdraw";
    send(browser(TestKeys.person(person)), withdraw, Map.of());
    admin().get(path).then().body("items", empty());
  }

  @Test
  void whoMayOnlyLookChangesNothing() {
    people(person);
    assertThat(page(aViewer(), "/people")).doesNotContain("New person");
    post(aViewer(), "/people", form("X")).statusCode(403);
    post(aViewer(), "/people/" + person, form("X")).statusCode(403);
    post(aViewer(), "/people/" + person + "/archive", Map.of()).statusCode(403);
    post(aViewer(), "/people/" + person + "/rights", Map.of("right", "admin")).statusCode(403);
    admin().get("/v1/grants/person/" + person).then().body("grants", empty());
  }
}
