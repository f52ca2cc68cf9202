package io.watchbill.rotation.feed;

import static io.restassured.RestAssured.given;
import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.RawConnection;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FeedTest {
  @Inject MovableTime time;

  private final String id = unique("security");

  /** Monday 2027-01-04 09:00 in Los Angeles: bob's week begins. */
  @BeforeEach
  void itIsMonday() {
    time.set(Instant.parse("2027-01-04T17:00:00Z"));
    rotation(
        id, weekly("primary", "2026-01-05T09:00", "alice bob charlie"), standing("lead", "carol"));
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static String feed(Map<String, String> body) {
    String url = admin().body(body).post("/v1/feeds").then().statusCode(201).extract().path("url");
    return URI.create(url).getPath();
  }

  /** Read without a key: the address is the secret. */
  private static ValidatableResponse read(String path) {
    return given().get(path).then();
  }

  private static Calendar parsed(String path) throws Exception {
    String text =
        read(path)
            .statusCode(200)
            .header("Content-Type", startsWith("text/calendar"))
            .extract()
            .asString();
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    assertThat(calendar.validate(true).getEntries()).isEmpty();
    return calendar;
  }

  private static List<VEvent> events(String path) throws Exception {
    return parsed(path).getComponents(Component.VEVENT);
  }

  private static String value(VEvent event, String property) {
    return event.getRequiredProperty(property).getValue();
  }

  private void replaceOnTuesday() {
    admin()
        .body(
            Map.of(
                "role", "primary",
                "replaces", "bob",
                "person", "dave",
                "from", "2027-01-05T17:00:00Z",
                "to", "2027-01-06T17:00:00Z"))
        .post("/v1/rotations/" + id + "/overrides")
        .then()
        .statusCode(201);
  }

  @Test
  void anotherProgramReadsTheShiftsOfARole() throws Exception {
    List<VEvent> events = events(feed(Map.of("rotation", id, "role", "primary")));

    VEvent bobs =
        events.stream()
            .filter(event -> value(event, "DTSTART").equals("20270104T170000Z"))
            .findFirst()
            .orElseThrow();
    assertThat(value(bobs, "DTEND")).isEqualTo("20270111T170000Z");
    assertThat(value(bobs, "SUMMARY")).isEqualTo("bob: primary of Security");
    assertThat(value(bobs, "UID")).isEqualTo("shift/" + id + "/primary/weekly/1/52@watchbill");
    assertThat(value(bobs, "TRANSP")).isEqualTo("TRANSPARENT");
    assertThat(events)
        .extracting(event -> value(event, "SUMMARY"))
        .noneMatch(s -> s.contains("lead"));
  }

  @Test
  void aShiftStaysTheSameEventWhenItIsCut() throws Exception {
    String path = feed(Map.of("rotation", id, "role", "primary"));
    VEvent before = atStart(events(path), "20270104T170000Z");

    replaceOnTuesday();

    List<VEvent> events = events(path);
    VEvent after = atStart(events, "20270104T170000Z");
    assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
    assertThat(value(after, "DTEND")).isEqualTo("20270105T170000Z");
    assertThat(Integer.parseInt(value(after, "SEQUENCE")))
        .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
    assertThat(events).extracting(event -> value(event, "UID")).doesNotHaveDuplicates();
  }

  private static VEvent atStart(List<VEvent> events, String start) {
    return events.stream()
        .filter(event -> value(event, "DTSTART").equals(start))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPersonsFeedHoldsTheirShiftsOnly() throws Exception {
    replaceOnTuesday();

    List<VEvent> events = events(feed(Map.of("person", "dave")));

    assertThat(events)
        .filteredOn(event -> value(event, "UID").contains(id))
        .singleElement()
        .satisfies(event -> assertThat(value(event, "DTSTART")).isEqualTo("20270105T170000Z"));
  }

  @Test
  void anUnchangedFileIsNotModified() {
    String path = feed(Map.of("rotation", id));
    String tag = read(path).statusCode(200).extract().header("ETag");
    given().header("If-None-Match", tag).get(path).then().statusCode(304);

    replaceOnTuesday();

    given().header("If-None-Match", tag).get(path).then().statusCode(200);
  }

  @Test
  void onceRevokedTheAddressWorksNoMore() {
    ValidatableResponse made =
        admin().body(Map.of("rotation", id)).post("/v1/feeds").then().statusCode(201);
    String path = URI.create(made.extract().path("url")).getPath();
    String own = made.extract().header("Location");
    viewer().delete(own).then().statusCode(403);

    admin().delete(own).then().statusCode(204);

    assertThat(statusFrom("127.0.0.4", path)).isEqualTo(404);
    assertThat(statusFrom("127.0.0.4", "/v1/feeds/nonsense/shifts.ics")).isEqualTo(404);
  }

  @Test
  void callersWhoGuessAddressesAreSlowedDownAndNobodyElse() {
    String path = feed(Map.of("rotation", id));
    for (int i = 0; i < 40; i++) {
      statusFrom("127.0.0.5", "/v1/feeds/guess-" + i + "/shifts.ics");
    }

    assertThat(statusFrom("127.0.0.5", "/v1/feeds/guess/shifts.ics")).isEqualTo(429);
    assertThat(statusFrom("127.0.0.5", path)).isEqualTo(200);
    assertThat(statusFrom("127.0.0.6", "/v1/feeds/guess/shifts.ics")).isEqualTo(404);
  }

  private static int statusFrom(String address, String path) {
    try (RawConnection connection = RawConnection.openFrom(address)) {
      connection.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      return connection.status();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/calendar", "application/json", "text/html;q=0.1", "image/*"})
  void theResponseIsACalendarWhateverAcceptSays(String accept) {
    given()
        .header("Accept", accept)
        .get(feed(Map.of("rotation", id)))
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("text/calendar"))
        .body(startsWith("BEGIN:VCALENDAR\r\n"))
        .body(containsString("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"));
  }

  @Test
  void theSecretIsShownOnce() {
    String own = unique("key");
    admin()
        .header("Idempotency-Key", own)
        .body(Map.of("rotation", id))
        .post("/v1/feeds")
        .then()
        .body("$", hasKey("url"));
    admin()
        .header("Idempotency-Key", own)
        .body(Map.of("rotation", id))
        .post("/v1/feeds")
        .then()
        .statusCode(201)
        .body("$", not(hasKey("url")));
    admin().get("/v1/feeds?limit=500").then().body("items.rotation", hasItem(id));
  }

  @Test
  void peopleSeeTheirOwnFeeds() {
    String person = unique("olga").substring(0, 20);
    people(person);
    TestKeys.grant(person, "viewer", "security");
    as(TestKeys.person(person))
        .body(Map.of("person", person))
        .post("/v1/feeds")
        .then()
        .statusCode(201);

    as(TestKeys.person(person))
        .get("/v1/feeds")
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].author", equalTo("person:" + person));
  }

  @Test
  void unknownResourcesHaveNoFeed() {
    admin().body(Map.of("rotation", unique("ghost"))).post("/v1/feeds").then().statusCode(400);
    admin().body(Map.of("person", unique("ghost"))).post("/v1/feeds").then().statusCode(400);
    admin()
        .body(Map.of("rotation", id, "role", "captain"))
        .post("/v1/feeds")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/role"));
    admin().body(Map.of()).post("/v1/feeds").then().statusCode(400);
  }
}
