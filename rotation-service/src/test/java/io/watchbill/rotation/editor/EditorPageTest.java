package io.watchbill.rotation.editor;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.weekly;
import static io.watchbill.rotation.board.PageBrowser.HOSTILE;
import static io.watchbill.rotation.board.PageBrowser.browser;
import static io.watchbill.rotation.board.PageBrowser.page;
import static io.watchbill.rotation.board.PageBrowser.post;
import static io.watchbill.rotation.board.PageBrowser.send;
import static io.watchbill.rotation.board.PageBrowser.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.testkit.TestKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of the editor, as a browser without JavaScript uses them. */
@QuarkusTest
class EditorPageTest {
  private static final String LAYER = "roles/0/layers/0/";
  private static final Pattern INPUT =
      Pattern.compile(
          "<input (?:type=\"[^\"]*\" (?:min=\"\\d+\" max=\"\\d+\" )?)?name=\"([^\"]+)\""
              + "[^>]*? value=\"([^\"]*)\"");
  private static final Pattern SELECT =
      Pattern.compile("<select name=\"([^\"]+)\"(?s:(.*?))</select>");
  private static final Pattern TEXT =
      Pattern.compile("<textarea class=\"code\"[^>]*>(?s:(.*?))</textarea>");
  private static final Pattern SELECTED = Pattern.compile("value=\"([^\"]*)\" selected");

  private final String id = unique("edited");
  private final String path = "/schedules/" + id + "/edit";

  private static RequestSpecification anAdmin() {
    return browser(TestKeys.admin());
  }

  /** What a browser would send of a page, without ticked boxes. */
  private static Map<String, String> fields(String html) {
    Map<String, String> fields = new HashMap<>();
    Matcher input = INPUT.matcher(html);
    while (input.find()) {
      if (!input.group().contains("checkbox")) {
        fields.put(input.group(1), input.group(2));
      }
    }
    Matcher select = SELECT.matcher(html);
    while (select.find()) {
      Matcher selected = SELECTED.matcher(select.group(2));
      fields.put(select.group(1), selected.find() ? selected.group(1) : "");
    }
    return fields;
  }

  private static Map<String, String> with(String html, String... pairs) {
    Map<String, String> fields = fields(html);
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private static String press(String path, Map<String, String> form) {
    String html = shown(post(anAdmin(), path, form).statusCode(200));
    assertThat(html).doesNotContain("<img");
    return html;
  }

  private static List<String> turns(String rotation) {
    return admin()
        .get("/v1/rotations/" + rotation)
        .jsonPath()
        .getList("roles[0].layers[0].turns.flatten()");
  }

  @Test
  void aScheduleIsMadeByClicking() {
    team("security", "alice", "bob", "charlie");
    String html = page(anAdmin(), "/schedules/new?team=security");
    for (String person : List.of("alice", "bob", "charlie")) {
      html =
          press("/schedules/new", with(html, LAYER + "add", person, "do", "add roles/0/layers/0"));
    }
    html = press("/schedules/new", with(html, "do", "up " + LAYER + "turns/2"));
    Map<String, String> form = with(html, "id", id, "name", "Network", "timeZone", "Europe/Berlin");
    form.put("do", "preview");
    html = press("/schedules/new", form);
    assertThat(html).contains("The next four weeks", "ALICE", "value=\"save\"");

    send(anAdmin(), "/schedules/new", with(html, "do", "save"));
    assertThat(turns(id)).containsExactly("alice", "charlie", "bob");
    assertThat(shown(post(anAdmin(), "/schedules/new", form).statusCode(400)))
        .contains("there is a schedule", "value=\"Network\"");
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
    String html = page(anAdmin(), "/schedules/new");
    Map<String, String> form =
        with(html, "id", id, "name", HOSTILE, "timeZone", "Mars/Olympus", "do", "preview");
    form.put(LAYER + "cadence/every", "often");

    assertThat(shown(post(anAdmin(), "/schedules/new", form).statusCode(400)))
        .contains("is not a whole number", "value=\"often\"", "&lt;img src=x")
        .doesNotContain("<img");
    form.put(LAYER + "cadence/every", "1");
    assertThat(shown(post(anAdmin(), "/schedules/new", form).statusCode(400)))
        .contains("zone-wrong", "at least one turn is required", "value=\"Mars/Olympus\"");
  }

  @Test
  void aChangeIsSeenWithThoseWhomItAffectsBeforeItIsSaved() {
    rotation(
        id, weekly("primary", "2026-01-05T09:00", "alice bob"), follower("second", "primary", 1));
    String html = page(anAdmin(), path);
    assertThat(fields(html)).containsEntry(LAYER + "turns/0", "alice");

    html = press(path, with(html, LAYER + "add", "carol", "do", "add roles/0/layers/0"));
    html = press(path, with(html, "do", "preview"));
    assertThat(html).contains("Affects", "CAROL", "gains");
    assertThat(turns(id)).containsExactly("alice", "bob");

    send(anAdmin(), path, with(html, "do", "save"));
    assertThat(turns(id)).containsExactly("alice", "bob", "carol");
    admin().get("/v1/rotations/" + id).then().body("roles[1].follows.offset", equalTo(1));
    assertThat(shown(post(anAdmin(), path, with(html, "do", "save")).statusCode(412)))
        .contains("Not done");
  }

  @Test
  void rolesAndLayersAreAddedAndRemoved() {
    rotation(id, weekly("primary", "2026-01-05T09:00", "alice+bob carol"));
    String html = page(anAdmin(), path);
    html = press(path, with(html, "do", "add roles"));
    html = press(path, with(html, "do", "add roles/1"));
    assertThat(fields(html)).containsKeys("roles/1/layers/1/name", LAYER + "turns/1");

    html = press(path, with(html, "do", "remove roles/1/layers/0"));
    html = press(path, with(html, "do", "remove roles/1"));
    assertThat(fields(html))
        .doesNotContainKey("roles/1/name")
        .containsEntry(LAYER + "turns/0", "alice bob");
    html = press(path, with(html, LAYER + "add", "carol", "do", "join " + LAYER + "turns/0"));
    assertThat(fields(html)).containsEntry(LAYER + "turns/0", "alice bob carol");
    html = press(path, with(html, "do", "remove " + LAYER + "turns/1"));
    assertThat(fields(html)).doesNotContainKey(LAYER + "turns/1");
    post(anAdmin(), path, with(html, "do", "up " + LAYER + "turns/9")).statusCode(400);
  }

  @Test
  void whatTheFormDoesNotShowIsKept() {
    team("security", "alice", "bob");
    String body =
        """
        {"name": "Kept", "team": "security", "timeZone": "UTC", "mode": "business_hours",
         "hours": {"windows": [{"from": "mon 09:00", "to": "mon 17:00"}], "holidays": []},
         "participants": [{"person": "bob", "from": "2026-01-01"}],
         "roles": [{"name": "primary", "layers": [{"name": "weekly", "start": "2026-01-05T09:00",
           "cadence": {"every": 1, "unit": "week"}, "turns": [["alice"], ["bob"]],
           "restrictions": [{"from": "mon 09:00", "to": "fri 17:00"}], "priority": 2}]}]}
        """;
    admin().body(body).put("/v1/rotations/" + id).then().statusCode(201);
    String html = page(anAdmin(), path);
    assertThat(html).contains("mon 09:00 - fri 17:00");
    Map<String, String> form = with(html, "name", "Other", "do", "save");
    form.put(LAYER + "restrictions", "mon 09:00 - fri 17:00");
    form.put("hours", "mon 09:00 - mon 17:00\r\ntue 09:00 - tue 17:00");
    send(anAdmin(), path, form);

    admin()
        .get("/v1/rotations/" + id)
        .then()
        .body("name", equalTo("Other"))
        .body("participants.person", contains("bob"))
        .body("hours.windows.from", contains("mon 09:00", "tue 09:00"))
        .body("hours.holidays.size()", equalTo(0))
        .body("roles[0].layers[0].restrictions.to", contains("fri 17:00"))
        .body("roles[0].layers[0].priority", equalTo(2));
  }

  @Test
  void aDefinitionIsEditedAsText() {
    rotation(id, weekly("primary", "2026-01-05T09:00", "alice bob"));
    String html = page(anAdmin(), path + "?as=text");
    Matcher definition = TEXT.matcher(html);
    assertThat(definition.find()).isTrue();
    String text = definition.group(1).replace("&quot;", "\"");
    Map<String, String> form =
        with(html, "definition", text.replace("\"bob\"", "\"carol\""), "do", "preview");
    assertThat(press(path, form)).contains("Affects", "CAROL");
    send(anAdmin(), path, with(html, "definition", form.get("definition"), "do", "save"));
    assertThat(turns(id)).containsExactly("alice", "carol");

    form.put("definition", "{\"name\": \"x\", \"colour\": \"red\"}");
    assertThat(shown(post(anAdmin(), path, form).statusCode(400)))
        .contains("/colour", "is not known", "&quot;red&quot;");
    form.put("definition", "{");
    assertThat(shown(post(anAdmin(), path, form).statusCode(400))).contains("The text is not JSON");
    assertThat(press("/schedules/new", Map.of("do", "text", "name", "As text")))
        .contains("As text");
  }

  @Test
  void itSpeaksGermanAndNeedsTheRight() {
    rotation(id, weekly("primary", "2026-01-05T09:00", "alice bob"));
    assertThat(page(anAdmin().header("Accept-Language", "de"), path))
        .contains("Dienstplan ändern", "Personen in ihrer Reihenfolge");

    browser(TestKeys.viewer()).get("/schedules/new").then().statusCode(403);
    post(browser(TestKeys.viewer()), path, Map.of()).statusCode(403);
    String other = unique("manager");
    people(other);
    team("editors");
    TestKeys.grant(other, "manager", "editors");
    Map<String, String> form = with(page(anAdmin(), path), "do", "save", "name", "Taken over");
    post(browser(TestKeys.person(other)), path, form).statusCode(403);
    assertThat(page(browser(TestKeys.viewer()), "/schedules/" + id)).doesNotContain("/edit\"");
    assertThat(page(anAdmin(), "/schedules/" + id)).contains("/edit\"");
  }
}
