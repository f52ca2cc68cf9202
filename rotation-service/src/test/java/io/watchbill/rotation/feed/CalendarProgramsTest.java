package io.watchbill.rotation.feed;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.MovableTime;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs written by others subscribe to a feed, across a DST change. */
@QuarkusTest
class CalendarProgramsTest {
  @Inject MovableTime time;

  @TestHTTPResource("/")
  URI service;

  @TempDir Path home;

  private final String id = unique("security");
  private CalendarPrograms programs;

  /** Two weeks before DST begins in Los Angeles, on Sunday 2027-03-14. */
  @BeforeEach
  void somebodySubscribes() throws Exception {
    time.set(Instant.parse("2027-03-01T18:00:00Z"));
    rotation(
        id, weekly("primary", "2026-01-05T09:00", "alice bob charlie"), standing("lead", "carol"));
    String url =
        admin()
            .body(Map.of("rotation", id, "role", "primary"))
            .post("/v1/feeds")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    programs = CalendarPrograms.subscribingTo(service.resolve(URI.create(url).getPath()), home);
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private String override(String kind, String replaces, String person, String from, String to) {
    Map<String, String> body =
        person == null
            ? Map.of("role", "primary", "kind", kind, "replaces", replaces, "from", from, "to", to)
            : Map.of(
                "role",
                "primary",
                "kind",
                kind,
                "replaces",
                replaces,
                "person",
                person,
                "from",
                from,
                "to",
                to);
    return admin()
        .body(body)
        .post("/v1/rotations/" + id + "/overrides")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void shiftsAreAtTheirInstantsAcrossADstChange() {
    programs.sync();

    assertThat(programs.subscribed("UTC", "2027-03-09", "2027-03-23"))
        .containsExactly(
            "2027-03-08 17:00 2027-03-15 16:00 bob: primary of Security",
            "2027-03-15 16:00 2027-03-22 16:00 charlie: primary of Security",
            "2027-03-22 16:00 2027-03-29 16:00 alice: primary of Security");
    assertThat(programs.subscribed("America/Los_Angeles", "2027-03-09", "2027-03-14"))
        .containsExactly("2027-03-08 09:00 2027-03-15 09:00 bob: primary of Security");
  }

  @Test
  void aSecondSyncBringsChangesAndNoDuplicates() {
    programs.sync();
    override("replace", "bob", "dave", "2027-03-14T08:00:00Z", "2027-03-15T16:00:00Z");

    programs.sync();

    assertThat(programs.subscribed("UTC", "2027-03-09", "2027-03-16"))
        .containsExactly(
            "2027-03-08 17:00 2027-03-14 08:00 bob: primary of Security",
            "2027-03-14 08:00 2027-03-15 16:00 dave: primary of Security",
            "2027-03-15 16:00 2027-03-22 16:00 charlie: primary of Security");
  }

  @Test
  void aShiftThatIsRemovedDisappearsAndComesBack() {
    programs.sync();
    String removal =
        override("remove", "charlie", null, "2027-03-15T16:00:00Z", "2027-03-22T16:00:00Z");
    programs.sync();
    assertThat(programs.subscribed("UTC", "2027-03-17", "2027-03-21")).isEmpty();
    admin().delete("/v1/rotations/" + id + "/overrides/" + removal).then().statusCode(204);

    programs.sync();

    assertThat(programs.subscribed("UTC", "2027-03-17", "2027-03-21"))
        .containsExactly("2027-03-15 16:00 2027-03-22 16:00 charlie: primary of Security");
  }

  @Test
  void aFeedWithoutChangesChangesNothing() {
    assertThat(programs.sync()).contains("Copying (uploading) item");

    assertThat(programs.sync()).doesNotContain("item");
  }

  @Test
  void aShiftThatIsCutIsTheSameEventInAnotherCalendar() {
    String bobs = "shift/" + id + "/primary/weekly/1/61@watchbill";
    assertThat(programs.fetch()).isEqualTo("200");
    programs.importFetched();
    assertThat(programs.imported("2027-03-09", "2027-03-14"))
        .containsExactly(bobs + " 2027-03-08 17:00 2027-03-15 16:00");
    override("replace", "bob", "dave", "2027-03-14T08:00:00Z", "2027-03-15T16:00:00Z");
    assertThat(programs.fetch()).isEqualTo("200");

    programs.importFetched();

    assertThat(programs.imported("2027-03-09", "2027-03-13"))
        .containsExactly(bobs + " 2027-03-08 17:00 2027-03-14 08:00");
  }

  @Test
  void anUnchangedFileIsNotModified() {
    assertThat(programs.fetch()).isEqualTo("200");
    assertThat(programs.fetch()).isEqualTo("304");
    override("replace", "bob", "dave", "2027-03-14T08:00:00Z", "2027-03-15T16:00:00Z");

    String afterTheChange = programs.fetch();

    assertThat(afterTheChange).isEqualTo("200");
  }
}
