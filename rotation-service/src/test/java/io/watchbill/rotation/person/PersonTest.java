package io.watchbill.rotation.person;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.team;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PersonTest {
  private static final Map<String, String> ALICE =
      Map.of("name", "Alice", "timeZone", "Europe/Berlin", "email", "alice@example.com");

  @Test
  void aPersonIsMadeChangedAndRead() {
    String path = "/v1/people/" + unique("alice");
    admin().body(ALICE).put(path).then().statusCode(201);
    admin()
        .body(Map.of("name", "Alice B.", "timeZone", "UTC"))
        .put(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("Alice B."))
        .body("email", nullValue());
    viewer().get(path).then().statusCode(200).body("timeZone", equalTo("UTC"));
  }

  @Test
  void aChangeOfAnOldRevisionIsRefused() {
    String path = "/v1/people/" + unique("alice");
    String first = admin().body(ALICE).put(path).then().extract().header("ETag");
    admin().header("If-Match", first).body(ALICE).put(path).then().statusCode(200);
    Map<String, String> other = Map.of("name", "Other", "timeZone", "UTC");
    admin().header("If-Match", first).body(other).put(path).then().statusCode(oneOf(200, 412));
    String tag = viewer().get(path).then().extract().header("ETag");
    admin().header("If-Match", tag).body(ALICE).put(path).then().statusCode(200);
    admin().header("If-Match", "\"9999\"").body(other).put(path).then().statusCode(412);
  }

  @Test
  void peopleChangeTheirOwnNameAndZoneAndNothingElse() {
    String id = unique("alice");
    String path = "/v1/people/" + id;
    String tag = admin().body(ALICE).put(path).then().extract().header("ETag");

    String key = TestKeys.person(id);
    as(key)
        .header("If-Match", tag)
        .body(Map.of("name", "Alice B."))
        .patch(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("Alice B."))
        .body("timeZone", equalTo("Europe/Berlin"))
        .body("email", equalTo("alice@example.com"));
    as(key)
        .header("If-Match", tag)
        .body(Map.of("timeZone", "UTC"))
        .patch(path)
        .then()
        .statusCode(412);
    as(key).body(Map.of("timeZone", "UTC")).patch(path).then().body("timeZone", equalTo("UTC"));
    as(key).body(Map.of("email", "x@example.com")).patch(path).then().statusCode(400);
    as(key).body(Map.of("team", "security")).patch(path).then().statusCode(400);
    as(key).body(Map.of("name", " ")).patch(path).then().statusCode(400);
    as(key).body(ALICE).put(path).then().statusCode(403);
  }

  @Test
  void nobodyElseChangesThem() {
    String id = unique("alice");
    String other = unique("other");
    people(id, other);
    TestKeys.grant(other, "responder", "");

    as(TestKeys.person(other))
        .body(Map.of("name", "Mallory"))
        .patch("/v1/people/" + id)
        .then()
        .statusCode(403);
    admin().body(Map.of("name", "Ann")).patch("/v1/people/" + id).then().statusCode(200);
    admin().delete("/v1/people/" + id).then().statusCode(204);
    admin().body(Map.of("name", "Ann")).patch("/v1/people/" + id).then().statusCode(409);
    admin()
        .body(Map.of("name", "Ann"))
        .patch("/v1/people/" + unique("ghost"))
        .then()
        .statusCode(404);
  }

  @Test
  void anUpdateOfNobodyIsRefused() {
    admin()
        .header("If-Match", "\"1\"")
        .body(ALICE)
        .put("/v1/people/" + unique("nobody"))
        .then()
        .statusCode(412);
  }

  @Test
  void theListComesInPages() {
    people("page-a", "page-b", "page-c");
    String link = viewer().get("/v1/people?limit=1").then().extract().header("Link");
    assertThat(link).contains("rel=\"next\"");
    viewer().get("/v1/people?limit=500").then().body("items.id", hasItem("page-b"));
    viewer()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .statusCode(200);
  }

  @Test
  void anUnknownPersonIsAProblem() {
    viewer()
        .get("/v1/people/" + unique("ghost"))
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void aZoneThatDoesNotExistIsRefused() {
    admin()
        .body(Map.of("name", "Alice", "timeZone", "Mars/Olympus"))
        .put("/v1/people/" + unique("alice"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/timeZone"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\u0007b", "  ", "", "a\\nb"})
  void aNameOfControlCharactersOrBlanksIsRefused(String name) {
    admin()
        .body("{\"name\": \"" + name + "\", \"timeZone\": \"UTC\"}")
        .put("/v1/people/" + unique("alice"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/name"));
  }

  @Test
  void hostileTextIsTextLikeAnyOther() {
    String path = "/v1/people/" + unique("mallory");
    String name = "Robert'); DROP TABLE person;-- <script>alert(1)</script>";
    admin().body(Map.of("name", name, "timeZone", "UTC")).put(path).then().statusCode(201);
    viewer().get(path).then().body("name", equalTo(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alice", "a_b", "a%20b", "%F0%9F%98%80"})
  void anIdThatCannotBeOneIsRefused(String id) {
    admin()
        .urlEncodingEnabled(false)
        .body(ALICE)
        .put("/v1/people/" + id)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "\"alice\"", "{\"name\": ", "{\"nmae\": \"x\"}"})
  void aBodyThatIsNoPersonIsRefused(String body) {
    admin()
        .body(body)
        .put("/v1/people/" + unique("alice"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void anotherIdThanThatOfThePathIsRefused() {
    admin()
        .body(Map.of("id", "bob", "name", "Bob", "timeZone", "UTC"))
        .put("/v1/people/" + unique("alice"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/id"));
  }

  @Test
  void aMangledCursorIsRefused() {
    for (String cursor : List.of("AA", "%00", "____", "YWJj/")) {
      viewer()
          .urlEncodingEnabled(false)
          .get("/v1/people?cursor=" + cursor)
          .then()
          .statusCode(400)
          .body("detail", containsString("cursor"));
    }
  }

  @Test
  void aViewerChangesNothing() {
    viewer().body(ALICE).put("/v1/people/" + unique("alice")).then().statusCode(403);
  }

  @Test
  void aManagerKeepsThePeopleOfTheirTeam() {
    team("network", "mona");
    TestKeys.grant("mona", "manager", "network");
    as(TestKeys.person("mona"))
        .body(ALICE)
        .put("/v1/people/" + unique("alice"))
        .then()
        .statusCode(201);
  }

  @Test
  void manyWhoPutTheSamePersonAtOnceAllSucceed() throws Exception {
    String path = "/v1/people/" + unique("crowd");
    String key = TestKeys.admin();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      var statuses =
          threads.invokeAll(
              IntStream.range(0, 4)
                  .<java.util.concurrent.Callable<Integer>>mapToObj(
                      i ->
                          () ->
                              as(key)
                                  .body(Map.of("name", "Crowd " + i, "timeZone", "UTC"))
                                  .put(path)
                                  .statusCode())
                  .toList());
      for (var status : statuses) {
        assertThat(status.get()).isIn(200, 201);
      }
    }
  }

  @Test
  void theArchivedAreListedOnlyOnRequest() {
    String id = unique("aaa");
    people(id);
    admin().delete("/v1/people/" + id).then().statusCode(204);
    viewer().get("/v1/people?limit=500").then().body("items.id", everyItem(not(equalTo(id))));
    viewer().get("/v1/people?limit=500&archived=true").then().body("items.id", hasItem(id));
  }
}
