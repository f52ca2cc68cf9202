package io.watchbill.rotation.rotation;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.follower;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.standing;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static io.watchbill.rotation.Api.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.ServerUnderTest;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RotationTest {
  private static final String PRIMARY = weekly("primary", "2026-01-05T09:00", "alice bob charlie");

  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  private static List<String> onCall(String rotation, String role) {
    return viewer()
        .get("/v1/on-call?rotation=" + rotation + "&role=" + role)
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].people");
  }

  @Test
  void theExampleOfTheReadmeIsTakenAsItIs() {
    String id = unique("security");
    rotation(id, PRIMARY, follower("secondary", "primary", 1), standing("lead", "carol"));

    viewer()
        .get("/v1/rotations/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("Security"))
        .body("team", equalTo("security"))
        .body("timeZone", equalTo("America/Los_Angeles"))
        .body("version", equalTo(1))
        .body("inForce", equalTo(1))
        .body("roles.name", contains("primary", "secondary", "lead"))
        .body(
            "roles[0].layers[0].turns",
            equalTo(List.of(List.of("alice"), List.of("bob"), List.of("charlie"))))
        .body("roles[0].layers[0].cadence.unit", equalTo("week"))
        .body("roles[1].follows.offset", equalTo(1));
  }

  @Test
  void puttingWhatWasReadChangesNothing() {
    String id = unique("security");
    rotation(id, PRIMARY);
    String read = viewer().get("/v1/rotations/" + id).asString();

    admin()
        .body(read)
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
  }

  @Test
  void addingAPersonDoesNotChangeWhoIsOnCallNow() {
    String id = unique("security");
    rotation(id, PRIMARY, follower("secondary", "primary", 1));
    List<String> primary = onCall(id, "primary");
    List<String> secondary = onCall(id, "secondary");

    admin()
        .body(
            body(
                weekly("primary", "2026-01-05T09:00", "dave alice bob charlie"),
                follower("secondary", "primary", 1)))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));

    assertThat(onCall(id, "primary")).isEqualTo(primary);
    assertThat(onCall(id, "secondary")).isEqualTo(secondary);
  }

  @Test
  void thePastStaysAsItWas() {
    String id = unique("security");
    rotation(id, PRIMARY);
    String past =
        "/v1/rotations/" + id + "/shifts?from=2026-02-01T00:00:00Z&to=2026-03-01T00:00:00Z";
    String before = viewer().get(past).asString();

    admin()
        .body(body(weekly("primary", "2026-01-05T09:00", "dave")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    assertThat(viewer().get(past).asString()).isEqualTo(before);
  }

  @Test
  void aPlannedVersionHoldsFromItsInstant() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));
    String later = time.now().plus(Duration.ofDays(10)).toString();
    String planned =
        body(standing("lead", "dave"))
            .replaceFirst("\\{", "{\"effectiveFrom\": \"" + later + "\", ");
    admin()
        .body(planned)
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("inForce", equalTo(1));
    viewer().get("/v1/rotations/" + id + "/versions").then().body("items.version", contains(2, 1));

    assertThat(onCall(id, "lead")).containsExactly("carol");
    time.advance(Duration.ofDays(11));
    assertThat(onCall(id, "lead")).containsExactly("dave");
  }

  @Test
  void aChangeInThePastIsRefused() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));
    String planned =
        body(standing("lead", "dave"))
            .replaceFirst("\\{", "{\"effectiveFrom\": \"2026-01-01T00:00:00Z\", ");

    admin()
        .body(planned)
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/effectiveFrom"));
  }

  @Test
  void aChangeOfAnOldRevisionIsRefused() {
    String path = "/v1/rotations/" + unique("security");
    team("security", "carol", "dave");
    String tag =
        admin()
            .body(body(standing("lead", "carol")))
            .put(path)
            .then()
            .statusCode(201)
            .extract()
            .header("ETag");
    String change = body(standing("lead", "dave"));
    admin().header("If-Match", tag).body(change).put(path).then().statusCode(200);
    admin().header("If-Match", tag).body(change).put(path).then().statusCode(412);
    admin()
        .header("If-Match", tag)
        .body(change)
        .put("/v1/rotations/" + unique("nothing"))
        .then()
        .statusCode(412);
  }

  @Test
  void oneOfManyConcurrentChangesWins() throws Exception {
    String id = unique("security");
    String tag = rotation(id, standing("lead", "carol")).extract().header("ETag");
    String key = TestKeys.admin();
    List<Callable<Integer>> changes =
        Stream.of("alice", "bob", "charlie", "dave")
            .<Callable<Integer>>map(
                person ->
                    () ->
                        as(key)
                            .header("If-Match", tag)
                            .body(body(standing("lead", person)))
                            .put("/v1/rotations/" + id)
                            .statusCode())
            .toList();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> status : threads.invokeAll(changes)) {
        statuses.add(status.get());
      }
    }

    assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    viewer().get("/v1/rotations/" + id).then().body("version", equalTo(2));
  }

  @Test
  void theEscalationServiceIsNotifiedOfEachChange() throws Exception {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));

    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT type, destination FROM rotation.outbox WHERE subject = '" + id + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("type")).isEqualTo("rotation.changed");
      assertThat(rows.getString("destination")).isEqualTo("escalation");
    }
  }

  @Test
  void anArchivedRotationHasItsPastAndNoFuture() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));
    admin().delete("/v1/rotations/" + id + "?unchecked=true").then().statusCode(204);
    admin().delete("/v1/rotations/" + id).then().statusCode(204);

    viewer().get("/v1/on-call?rotation=" + id).then().statusCode(200).body("items", empty());
    viewer()
        .get("/v1/rotations/" + id + "/shifts?from=2026-02-01T00:00:00Z&to=2026-03-01T00:00:00Z")
        .then()
        .body("shifts.people", contains(List.of("carol")));
    viewer().get("/v1/rotations?limit=500").then().body("items.id", everyItem(not(equalTo(id))));
    admin()
        .body(body(standing("lead", "carol")))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(409)
        .body("type", equalTo("/errors.html#archived"));
  }

  @Test
  void onlyAManagerOfTheTeamDefinesItsRotations() {
    team("security", "carol");
    people("rita");
    TestKeys.grant("rita", "manager", "network");
    String path = "/v1/rotations/" + unique("security");
    String body = body(standing("lead", "carol"));

    as(TestKeys.person("rita")).body(body).put(path).then().statusCode(403);
    as(TestKeys.service()).body(body).put(path).then().statusCode(403);
    people("remo");
    TestKeys.grant("remo", "manager", "security");
    as(TestKeys.person("remo")).body(body).put(path).then().statusCode(201);
    as(TestKeys.service()).get(path).then().statusCode(200);
  }

  @Test
  void aRotationIsNotTakenOverByTheManagerOfAnotherTeam() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));
    team("network", "carol");
    people("rita");
    TestKeys.grant("rita", "manager", "network");

    as(TestKeys.person("rita"))
        .body(
            body(standing("lead", "carol"))
                .replace("\"team\": \"security\"", "\"team\": \"network\""))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(403);
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\": \"\", \"team\": \"security\", \"timeZone\": \"UTC\", \"roles\": []} | /roles",
        "{\"name\": \"x\", \"team\": \"no-such-team\", \"timeZone\": \"UTC\", \"roles\": []} | /team",
        "{\"name\": \"x\", \"team\": \"security\", \"timeZone\": \"Mars/X\", \"roles\": []} | /timeZone",
        "{\"name\": \"x\", \"team\": \"security\", \"roles\": [null]} | /roles/0",
        "{\"name\": \"a\\u0000\", \"team\": \"security\", \"roles\": []} | /name",
        "{} | /name",
      })
  void wrongOutlinesAreNamed(String body, String pointer) {
    team("security", "carol");
    admin()
        .body(body)
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\": \"p\"} | /roles/0/layers",
        "{\"name\": \"p\", \"layers\": []} | /roles/0/layers",
        "{\"name\": \"\", \"layers\": []} | /roles/0/name",
        "{\"name\": \"a/b\", \"layers\": []} | /roles/0/name",
        "{\"name\": \"p\", \"layers\": [null]} | /roles/0/layers/0",
        "{\"name\": \"p\", \"follows\": {\"role\": \"x\", \"offset\": 1}} | /roles/0/follows/role",
        "{\"name\": \"p\", \"follows\": {\"role\": \"p\", \"offset\": 1}} | /roles/0/follows/role",
        "{\"name\": \"p\", \"follows\": {\"role\": \"p\", \"offset\": 0}} | /roles/0/follows/offset",
        "{\"name\": \"p\", \"follows\": {\"role\": \"q\", \"offset\": 1}}, {\"name\": \"q\","
            + " \"follows\": {\"role\": \"p\", \"offset\": 1}} | /roles/1/follows/role",
        "{\"name\": \"p\", \"follows\": {}} | /roles/0/follows/offset",
        "{\"name\": \"p\", \"lyaers\": []} | /roles/0/lyaers",
      })
  void wrongRolesAreNamed(String roles, String pointer) {
    team("security", "carol");
    admin()
        .body(body(roles))
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest(name = "{0} is wrong at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"turns\": [] | /turns",
        "\"turns\": [[]] | /turns/0",
        "\"turns\": [null] | /turns/0",
        "\"turns\": [[null]] | /turns/0/0",
        "\"turns\": [[\"carol\"], [\"alice\"]] | /turns",
        "\"turns\": [[\"carol\", \"carol\"]] | /turns/0/1",
        "\"turns\": [[\"ghost\"]] | /turns/0/0",
        "\"turns\": [[\"a\\u0000\"]] | /turns/0/0",
        "\"turns\": [[\"carol\"]], \"start\": \"tomorrow\" | /start",
        "\"turns\": [[\"carol\"]], \"start\": \"2026-01-05T09:00Z\" | /start",
        "\"turns\": [[\"carol\"]], \"start\": \"+10000-01-05T09:00\" | /start",
        "\"turns\": [[\"carol\"]], \"timeZone\": \"+25:00\" | /timeZone",
        "\"turns\": [[\"carol\"]], \"cadence\": {\"every\": 1, \"unit\": \"week\"} | /start",
        "\"turns\": [[\"carol\"]], \"cadence\": {\"every\": 0, \"unit\": \"week\"} | /cadence/every",
        "\"turns\": [[\"carol\"]], \"cadence\": {\"every\": -3, \"unit\": \"day\"} | /cadence/every",
        "\"turns\": [[\"carol\"]], \"cadence\": {\"every\": 1.5, \"unit\": \"day\"} | /cadence/every",
        "\"turns\": [[\"carol\"]], \"cadence\": {\"every\": 1, \"unit\": \"fortnight\"} | /cadence/unit",
        "\"turns\": [[\"carol\"]], \"cadence\": {} | /cadence/unit",
        "\"turns\": \"carol\" | /turns",
        "\"truns\": [[\"carol\"]] | /truns",
      })
  void wrongLayersAreNamed(String layer, String pointer) {
    team("security", "carol", "alice");
    admin()
        .body(body("{\"name\": \"p\", \"layers\": [{\"name\": \"l\", " + layer + "}]}"))
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem("/roles/0/layers/0" + pointer));
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    team("security", "carol");
    admin()
        .body(body(weekly("primary", "never", "ghost phantom"), standing("primary", "carol")))
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            hasItems(
                "/roles/0/layers/0/start",
                "/roles/0/layers/0/turns/0/0",
                "/roles/0/layers/0/turns/1/0",
                "/roles/1/name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"roles\":",
        "{\"roles\": 1}",
        "{} {}",
        "{\"roles\": [{\"follows\": {\"offset\": 99999999999}}]}",
        "{\"name\": \"a\", \"name\": \"b\"}"
      })
  void aBodyThatIsNoRotationIsRefused(String body) {
    admin()
        .body(body)
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void aHugeBodyIsRefused() {
    admin()
        .body("{\"name\": \"" + "x".repeat(2_000_000) + "\"}")
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(413);
  }

  @Test
  void tooManyTurnsAreRefusedWithTheLimit() {
    team("security", "carol");
    admin()
        .body(body(weekly("primary", "2026-01-05T09:00", "carol ".repeat(501).strip())))
        .put("/v1/rotations/" + unique("security"))
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString("500"));
  }

  @Test
  void theNameMayChangeWithoutANewVersion() {
    String id = unique("security");
    rotation(id, standing("lead", "carol"));

    admin()
        .body(body(standing("lead", "carol")).replace("\"Security\"", "\"Security, renamed\""))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("Security, renamed"))
        .body("version", equalTo(1));
  }

  @Test
  void rotationsAreListedInPages() {
    String id = unique("aaa");
    rotation(id, standing("lead", "carol"));

    viewer()
        .get("/v1/rotations?limit=500")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + id + "' }.roles[0].name", equalTo("lead"));
    viewer().get("/v1/rotations?cursor=AAAA").then().statusCode(400);
    viewer().get("/v1/rotations/" + unique("ghost")).then().statusCode(404);
  }
}
