package io.watchbill.rotation.team;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamTest {

  @Test
  void membersKeepTheirOrder() {
    people("tina", "tom", "tess");
    String path = "/v1/teams/" + unique("team");
    admin()
        .body(Map.of("name", "T", "members", List.of("tom", "tina")))
        .put(path)
        .then()
        .statusCode(201);
    admin()
        .body(Map.of("name", "T", "members", List.of("tess", "tom", "tina")))
        .put(path)
        .then()
        .statusCode(200);
    viewer().get(path).then().body("members", contains("tess", "tom", "tina"));
    viewer()
        .get("/v1/teams?limit=500")
        .then()
        .body("items.members", hasItem(List.of("tess", "tom", "tina")));
  }

  @Test
  void aTeamMayHaveNobody() {
    String path = "/v1/teams/" + unique("team");
    admin().body(Map.of("name", "Nobody")).put(path).then().statusCode(201);
    viewer().get(path).then().body("members", empty());
  }

  @Test
  void membersAreKnownPeopleEachOnce() {
    people("tina");
    admin()
        .body(Map.of("name", "T", "members", List.of("tina", "ghost-of-team", "tina")))
        .put("/v1/teams/" + unique("team"))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/members/1", "/members/2"));
  }

  @Test
  void aMemberThatIsNoIdIsRefused() {
    admin()
        .body("{\"name\": \"T\", \"members\": [\"a\\u0000\", null]}")
        .put("/v1/teams/" + unique("team"))
        .then()
        .statusCode(400);
  }

  @Test
  void aManagerChangesTheirOwnTeamOnly() {
    people("tara");
    String own = unique("own");
    TestKeys.grant("tara", "manager", own);
    String key = TestKeys.person("tara");
    Map<String, Object> team = Map.of("name", "Own", "members", List.of("tara"));
    as(key).body(team).put("/v1/teams/" + own).then().statusCode(201);
    as(key).body(team).put("/v1/teams/" + unique("other")).then().statusCode(403);
  }

  @Test
  void aChangeOfAnOldRevisionIsRefused() {
    String path = "/v1/teams/" + unique("team");
    admin().body(Map.of("name", "One")).put(path).then().statusCode(201);
    admin()
        .header("If-Match", "\"77\"")
        .body(Map.of("name", "Two"))
        .put(path)
        .then()
        .statusCode(412)
        .body("type", equalTo("/errors.html#precondition-failed"));
  }
}
