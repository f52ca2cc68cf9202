package io.watchbill.rotation;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.testkit.Samples.Call.json;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.Cast;
import io.watchbill.testkit.RightsTable;
import io.watchbill.testkit.Samples;
import io.watchbill.testkit.Samples.Call;
import io.watchbill.testkit.TestSessions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hamcrest.Matchers;

@QuarkusTest
class RightsTest extends RightsTable {
  private static final String PEER = "rights-peer";

  /** Some Monday in the future. */
  private static final LocalDate MONDAY =
      LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
          .plusDays(200)
          .with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  private static final String RANGE = "from=" + at(-6) + "&to=" + at(25);
  private static final String SELFS_WEEK = span(0, 7);
  private static final String PEERS_WEEK = span(7, 14);
  private static final String HOURS =
      "{\"timeZone\": \"UTC\", \"windows\": [{\"from\": \"mon 09:00\", \"to\": \"mon 17:00\"}]}";
  private static final String ROTATION =
      """
      {"name": "Rights", "team": "%s", "timeZone": "UTC", "roles": [
        {"name": "primary", "layers": [{"name": "weekly", "start": "%sT09:00",
          "cadence": {"every": 1, "unit": "week"}, "turns": [["%s"], ["%s"]]}]}]}
      """
          .formatted(Cast.OWN, MONDAY, Cast.SELF, PEER);
  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:rights
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20300101T000000Z
      DTSTART;VALUE=DATE:%s
            SUMMARY:Day
      END:VEVENT
      END:VCALENDAR
      """
          .formatted(MONDAY.toString().replace("-", ""))
          .replace("\n", "\r\n");

  private static final String RIGHT = "right=viewer&team=" + Cast.OWN;
  private static final String OWN_CALENDAR = "{\"name\": \"x\", \"team\": \"" + Cast.OWN + "\"}";

  @Override
  protected void prepare(Map<String, Optional<String>> cast) {
    people(Cast.people().toArray(String[]::new));
    people(Cast.ARCHIVED);
    admin().delete("/v1/people/" + Cast.ARCHIVED).then().statusCode(204);
  }

  @Override
  protected Samples samples() {
    Samples samples =
        new Samples()
            .withParkedEvents("rotation")
            .withDoctor("rotation")
            .with("takeEvents", "/v1/events", "[]");
    String rotation = world();
    persons(samples);
    teams(samples);
    hours(samples, rotation);
    absences(samples);
    rotations(samples, rotation);
    cover(samples, rotation);
    swaps(samples, rotation);
    holidays(samples);
    feeds(samples);
    access(samples);
    pages(samples, rotation);
    formsOfSchedules(samples, rotation);
    formsOfPeople(samples);
    formsOfTeams(samples);
    formsOfMine(samples);
    return samples;
  }

  /** The caller's team with two people, and one of their rotations. */
  private static String world() {
    for (String team : List.of(Cast.OWN, Cast.OTHER)) {
      put("/v1/teams/" + team, "{\"name\": \"x\"}");
    }
    for (String person : List.of(Cast.SELF, PEER)) {
      put("/v1/people/" + person, person(person));
    }
    put("/v1/teams/" + Cast.OWN, team(Cast.OWN));
    put("/v1/people/" + Cast.SELF + "/working-hours", HOURS);
    put("/v1/teams/" + Cast.OWN + "/working-hours", HOURS);
    return rotation();
  }

  private static String at(int days) {
    return MONDAY.plusDays(days) + "T09:00:00Z";
  }

  private static String span(int from, int to) {
    return "\"from\": \"%s\", \"to\": \"%s\"".formatted(at(from), at(to));
  }

  private static String person(String id) {
    return "{\"name\": \"%s\", \"timeZone\": \"UTC\", \"team\": \"%s\"}"
        .formatted(id.toUpperCase(Locale.ROOT), Cast.OWN);
  }

  private static String team(String id) {
    return "{\"name\": \"%s\", \"members\": [\"%s\", \"%s\"]}".formatted(id, Cast.SELF, PEER);
  }

  private static void persons(Samples samples) {
    samples
        .with("listPeople", "/v1/people")
        .with("getCaller", "/v1/caller")
        .with("getMe", "/v1/me")
        .with("listMembershipConsents", "/v1/people/" + Cast.SELF + "/teams")
        .with("agreeToMembership", "/v1/people/" + Cast.SELF + "/teams/" + Cast.OTHER)
        .with("withdrawMembershipConsent", "/v1/people/" + Cast.SELF + "/teams/" + Cast.OTHER)
        .with("getPerson", "/v1/people/" + Cast.SELF)
        .with("putPerson", "/v1/people/" + Cast.SELF, person(Cast.SELF))
        .with("changePerson", "/v1/people/" + Cast.SELF, "{\"timeZone\": \"UTC\"}")
        .with(
            "archivePerson",
            () -> {
              String person = unique("rights");
              put("/v1/people/" + person, person(person));
              return Call.of("/v1/people/" + person);
            });
  }

  private static void teams(Samples samples) {
    samples
        .with("listTeams", "/v1/teams")
        .with("getTeam", "/v1/teams/" + Cast.OWN)
        .with("putTeam", "/v1/teams/" + Cast.OWN, team(Cast.OWN))
        .neverDone("archiveTeam", () -> Call.of("/v1/teams/" + Cast.OWN));
  }

  private static void hours(Samples samples, String rotation) {
    String person = "/v1/people/" + Cast.SELF + "/working-";
    String team = "/v1/teams/" + Cast.OWN + "/working-";
    samples
        .with("getPersonHours", person + "hours")
        .with("putPersonHours", person + "hours", HOURS)
        .with("removePersonHours", after(person + "hours", HOURS))
        .with("getPersonWorkingTime", person + "time?" + RANGE)
        .with("getTeamHours", team + "hours")
        .with("putTeamHours", team + "hours", HOURS)
        .with("removeTeamHours", after(team + "hours", HOURS))
        .with("getTeamWorkingTime", team + "time?" + RANGE)
        .with("getRotationWorkingTime", "/v1/rotations/" + rotation + "/working-time?" + RANGE)
        .with("getWorkingMoment", "/v1/working-time/at?person=" + Cast.SELF)
        .with(
            "addWorkingTime",
            "/v1/working-time/add?person=" + Cast.SELF + "&from=" + at(0) + "&days=1");
  }

  private static void absences(Samples samples) {
    String absences = "/v1/people/" + Cast.SELF + "/absences";
    String body = "{" + span(40, 41) + "}";
    String known = made(absences, body);
    samples
        .with("listAbsences", absences)
        .with("getAbsence", absences + "/" + known)
        .with("addAbsence", absences, body)
        .with("goAway", "/v1/people/" + Cast.SELF + "/away", "{\"minutes\": 1}")
        .with("importAbsences", () -> new Call(absences + "/import", "text/calendar", CALENDAR))
        .with("withdrawAbsence", () -> Call.of(absences + "/" + made(absences, body)));
  }

  private static void rotations(Samples samples, String known) {
    String one = "/v1/rotations/" + known;
    String override =
        "{\"role\": \"primary\", \"replaces\": \"%s\", \"person\": \"%s\", \"reason\": \"x\", %s}"
            .formatted(Cast.SELF, PEER, SELFS_WEEK);
    String overridden = rotation();
    String overrides = "/v1/rotations/" + overridden + "/overrides/";
    String seen = made("/v1/rotations/" + overridden + "/overrides", override);
    samples
        .with("listRotations", "/v1/rotations")
        .with("getRotation", one)
        .with("listVersions", one + "/versions")
        .with("checkRotation", one + "/coverage?days=7")
        .with("getFairness", one + "/fairness?" + RANGE)
        .with("planFairness", one + "/fairness/plan?role=primary&days=30")
        .with("listShifts", one + "/shifts?" + RANGE)
        .with("getOnCall", "/v1/on-call?rotation=" + known)
        .with("previewRotation", one + "/preview", ROTATION)
        .with("previewOverride", one + "/preview/override", override)
        .with("listOverrides", one + "/overrides")
        .with("getOverride", overrides + seen)
        .with("putRotation", () -> json("/v1/rotations/" + unique("rights"), ROTATION))
        .with("archiveRotation", fresh("?unchecked=true", ""))
        .with("addOverride", fresh("/overrides", override))
        .with(
            "withdrawOverride",
            () -> {
              String path = "/v1/rotations/" + rotation() + "/overrides";
              return Call.of(path + "/" + made(path, override));
            })
        .with(
            "importShifts",
            () -> new Call(one + "/shifts/import?role=primary", "text/calendar", CALENDAR));
  }

  private static void cover(Samples samples, String known) {
    String ask =
        "{\"role\": \"primary\", \"person\": \"%s\", \"reason\": \"x\", \"ask\": {\"who\": \"team\"}, %s}";
    String selfs = ask.formatted(Cast.SELF, SELFS_WEEK);
    String peers = ask.formatted(PEER, PEERS_WEEK);
    String path = "/v1/rotations/" + known + "/cover-requests";
    samples
        .with("listCoverRequests", path)
        .with("getCoverRequest", path + "/" + made(path, selfs))
        .with(
            "previewCover",
            "/v1/rotations/" + known + "/preview/cover-request?taker=" + PEER,
            selfs)
        .with("askForCover", fresh("/cover-requests", selfs))
        .with(
            "takeCover", settled("cover-requests", peers, "take", "{\"person\": \"rights-self\"}"))
        .with("withdrawCoverRequest", settled("cover-requests", selfs, "withdraw", ""));
  }

  private static void swaps(Samples samples, String known) {
    String side = "{\"person\": \"%s\", \"role\": \"primary\", %s}";
    String selfs = side.formatted(Cast.SELF, SELFS_WEEK);
    String peers = side.formatted(PEER, PEERS_WEEK);
    String bySelf = "{\"give\": %s, \"take\": %s}".formatted(selfs, peers);
    String byPeer = "{\"give\": %s, \"take\": %s}".formatted(peers, selfs);
    String path = "/v1/rotations/" + known + "/swaps";
    samples
        .with("listSwaps", path)
        .with("getSwap", path + "/" + made(path, bySelf))
        .with("previewSwap", "/v1/rotations/" + known + "/preview/swap", bySelf)
        .with("proposeSwap", fresh("/swaps", bySelf))
        .with("acceptSwap", settled("swaps", byPeer, "accept", "{}"))
        .with("declineSwap", settled("swaps", byPeer, "decline", "{}"))
        .with("withdrawSwap", settled("swaps", bySelf, "withdraw", ""));
  }

  private static void holidays(Samples samples) {
    String calendars = "/v1/holiday-calendars/";
    put(calendars + "rights", OWN_CALENDAR);
    samples
        .with("listHolidayCalendars", "/v1/holiday-calendars")
        .with("getHolidayCalendar", calendars + "rights")
        .with(
            "listHolidays", calendars + "rights/days?from=" + MONDAY + "&to=" + MONDAY.plusDays(9))
        .with("putHolidayCalendar", calendars + "rights", OWN_CALENDAR)
        .with(
            "importHolidays", () -> new Call(calendars + "rights/days", "text/calendar", CALENDAR))
        .with(
            "removeHolidayCalendar",
            () -> {
              String id = unique("rights");
              put(calendars + id, OWN_CALENDAR);
              return Call.of(calendars + id);
            });
  }

  private static void feeds(Samples samples) {
    String body = "{\"person\": \"" + Cast.SELF + "\"}";
    String url = admin().body(body).post("/v1/feeds").then().extract().path("url");
    samples
        .with("listFeeds", "/v1/feeds")
        .with("makeFeed", "/v1/feeds", body)
        .with("readFeed", url.substring(url.indexOf("/v1/feeds/")))
        .with("revokeFeed", () -> Call.of("/v1/feeds/" + made("/v1/feeds", body)));
  }

  private static void access(Samples samples) {
    String grants = "/v1/grants/automation/rights-nobody";
    String key = "{\"kind\": \"integration\", \"principal\": \"rights-new\"}";
    samples
        .with("listGrants", "/v1/grants")
        .with("getGrants", grants)
        .with("putGrants", grants, "{\"grants\": []}")
        .with("deleteGrants", grants)
        .with("listKeys", "/v1/keys")
        .with("makeKey", "/v1/keys", key)
        .with("listSessions", "/v1/sessions?person=" + Cast.SELF)
        .neverDone("getCurrentSession", () -> Call.of("/v1/sessions/current"))
        .with("endSession", RightsTest::session)
        .with("makeSignInLink", "/v1/sign-in-links", "{\"person\": \"" + Cast.SELF + "\"}")
        .with("revokeKey", () -> Call.of("/v1/keys/" + made("/v1/keys", key)));
  }

  private static void pages(Samples samples, String rotation) {
    String one = "/schedules/" + rotation;
    String shift =
        "/shift?role=primary&person=" + Cast.SELF + "&from=" + wall(0) + "&to=" + wall(7);
    samples
        .withPage("/people/{id}", "/people/" + Cast.SELF)
        .withPage("/teams/{id}", "/teams/" + Cast.OWN)
        .withPage("/schedules/{id}", one)
        .withPage("/schedules/{id}/edit", one + "/edit")
        .withPage("/schedules/{id}/fairness", one + "/fairness")
        .withPage("/schedules/{id}/history", one + "/history")
        .withPage("/schedules/{id}/override", one + "/override")
        .withPage("/schedules/{id}/shift", one + shift);
  }

  /** On the clock of who has no zone. */
  private static String wall(int days) {
    return MONDAY.plusDays(days) + "T09:00";
  }

  private static void formsOfSchedules(Samples samples, String known) {
    String one = "/schedules/" + known;
    String shift = "role=primary&person=%s&from=%s&to=%s";
    String selfs = shift.formatted(Cast.SELF, wall(0), wall(7)) + "&reason=x";
    String peers = "&take=" + encoded(PEER + "|primary|" + at(7) + "|" + at(14));
    String ask =
        "{\"role\": \"primary\", \"person\": \"%s\", \"reason\": \"x\", \"ask\": {\"who\": \"team\"}, %s}";
    String side = "{\"person\": \"%s\", \"role\": \"primary\", %s}";
    String bySelf = side.formatted(Cast.SELF, SELFS_WEEK);
    String byPeer = side.formatted(PEER, PEERS_WEEK);
    String swap = "{\"give\": %s, \"take\": %s}";
    samples
        .withForm(
            "/schedules/{id}/override",
            pressed(
                "/override",
                shift.formatted(PEER, wall(0), wall(7)) + "&reason=x&replaces=" + Cast.SELF))
        .withForm("/schedules/{id}/shift/cover", pressed("/shift/cover", selfs + "&ask=team"))
        .withForm("/schedules/{id}/shift/swap", pressed("/shift/swap", selfs + peers))
        .withForm(
            "/schedules/new",
            () ->
                Call.form(
                    "/schedules/new",
                    "do=save&id=" + unique("rights") + "&definition=" + encoded(ROTATION)))
        .withForm(
            "/schedules/{id}/edit",
            revised(
                "/v1/rotations/" + known, one + "/edit", "do=save&definition=" + encoded(ROTATION)))
        .withForm(
            "/schedules/{id}/cover-requests/{request}/take",
            answered("cover-requests", ask.formatted(PEER, PEERS_WEEK), "take"))
        .withForm(
            "/schedules/{id}/cover-requests/{request}/withdraw",
            answered("cover-requests", ask.formatted(Cast.SELF, SELFS_WEEK), "withdraw"))
        .withForm(
            "/schedules/{id}/swaps/{swap}/accept",
            answered("swaps", swap.formatted(byPeer, bySelf), "accept"))
        .withForm(
            "/schedules/{id}/swaps/{swap}/decline",
            answered("swaps", swap.formatted(byPeer, bySelf), "decline"))
        .withForm(
            "/schedules/{id}/swaps/{swap}/withdraw",
            answered("swaps", swap.formatted(bySelf, byPeer), "withdraw"));
  }

  private static Supplier<Call> pressed(String below, String fields) {
    return () -> Call.form("/schedules/" + rotation() + below, fields);
  }

  /** A form that says which revision it was filled from. */
  private static Supplier<Call> revised(String api, String path, String fields) {
    return () -> {
      String revision = admin().get(api).header("ETag").replace("\"", "");
      return Call.form(path, fields + "&revision=" + encoded(revision));
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Supplier<Call> answered(String kind, String proposal, String action) {
    return () -> {
      String rotation = rotation();
      String made = made("/v1/rotations/" + rotation + "/" + kind, proposal);
      return Call.form("/schedules/" + rotation + "/" + kind + "/" + made + "/" + action, "");
    };
  }

  private static void formsOfPeople(Samples samples) {
    String person = "name=x&timeZone=UTC&team=" + Cast.OWN;
    String one = "/people/" + Cast.SELF;
    samples
        .withForm("/people", () -> Call.form("/people", person + "&id=" + unique("rights")))
        .withForm("/people/{id}", revised("/v1" + one, one, person))
        .withForm("/people/{id}/sign-in-link", one + "/sign-in-link", "")
        .withForm("/people/{id}/teams", one + "/teams", "agreed=" + Cast.OTHER)
        .withForm(
            "/people/{id}/teams/{team}/withdraw", one + "/teams/" + Cast.OTHER + "/withdraw", "")
        .withForm("/people/{id}/rights", "/people/" + PEER + "/rights", RIGHT)
        .withForm("/people/{id}/rights/take", "/people/" + PEER + "/rights/take", RIGHT)
        .withForm(
            "/people/{id}/archive",
            () -> {
              String made = unique("rights");
              put("/v1/people/" + made, person(made));
              return Call.form("/people/" + made + "/archive", "");
            })
        .withForm("/keys/rights", "/keys/rights", "kind=person&principal=" + PEER + "&" + RIGHT)
        .withForm(
            "/keys/rights/take", "/keys/rights/take", "kind=person&principal=" + PEER + "&" + RIGHT)
        .withForm("/keys", "/keys", "kind=integration&principal=rights-new")
        .withForm("/keys/{id}/revoke", () -> Call.form("/keys/" + key() + "/revoke", ""));
  }

  private static String key() {
    return made("/v1/keys", "{\"kind\": \"integration\", \"principal\": \"rights-new\"}");
  }

  private static void formsOfTeams(Samples samples) {
    String one = "/teams/" + Cast.OWN;
    String member = one + "/members/" + PEER;
    samples
        .withForm("/teams", () -> Call.form("/teams", "name=x&id=" + unique("rights")))
        .withForm("/teams/{id}", revised("/v1" + one, one, "name=x"))
        .withForm("/teams/{id}/members", one + "/members", "person=" + PEER)
        .withForm("/teams/{id}/members/{person}/remove", one + "/members/rights-nobody/remove", "")
        .withForm("/teams/{id}/members/{person}/rights", member + "/rights", RIGHT)
        .withForm("/teams/{id}/members/{person}/rights/take", member + "/rights/take", RIGHT)
        .withFormNeverDone("/teams/{id}/archive", one + "/archive", "");
  }

  /** What is the caller's own is never another's: what is somebody else's is not there. */
  private static void formsOfMine(Samples samples) {
    samples
        .withForm(
            "/me/calendars/{id}/revoke",
            () ->
                Call.form(
                    "/me/calendars/"
                        + made("/v1/feeds", "{\"person\": \"" + Cast.SELF + "\"}")
                        + "/revoke",
                    ""))
        .withForm("/me/keys/{id}/revoke", () -> Call.form("/me/keys/" + key() + "/revoke", ""))
        .withForm(
            "/me/sessions/{id}/end",
            () ->
                Call.form(session().path().replace("/v1/sessions/", "/me/sessions/") + "/end", ""));
  }

  private static Call session() {
    TestSessions.person(Cast.SELF);
    String newest =
        admin().get("/v1/sessions?person=" + Cast.SELF).then().extract().path("items[0].id");
    return Call.of("/v1/sessions/" + newest);
  }

  /** Something that is there when it is taken away. */
  private static Supplier<Call> after(String path, String body) {
    return () -> {
      put(path, body);
      return Call.of(path);
    };
  }

  private static Supplier<Call> fresh(String below, String body) {
    return () -> json("/v1/rotations/" + rotation() + below, body);
  }

  /** Something proposed in a new rotation, and an answer to it. */
  private static Supplier<Call> settled(String kind, String proposal, String action, String body) {
    return () -> {
      String path = "/v1/rotations/" + rotation() + "/" + kind;
      return json(path + "/" + made(path, proposal) + "/" + action, body);
    };
  }

  private static String rotation() {
    String id = unique("rights");
    put("/v1/rotations/" + id, ROTATION);
    return id;
  }

  private static void put(String path, String body) {
    admin().body(body).put(path).then().statusCode(Matchers.oneOf(200, 201));
  }

  private static String made(String path, String body) {
    return admin().body(body).post(path).then().statusCode(201).extract().path("id");
  }
}
