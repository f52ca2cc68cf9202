package io.watchbill.rotation.cover;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.rotation.NotifiedPeople;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CoverTest extends ShiftToCover {
  @Test
  void untilItIsTakenNothingChanges() {
    ask(dentist())
        .statusCode(201)
        .body("person", equalTo("bob"))
        .body("who", equalTo("team"))
        .body("state", equalTo("open"))
        .body("$", not(hasKey("takenBy")));

    assertThat(primaries()).containsExactly(List.of("bob"));
  }

  @Test
  void thePeopleAskedAndTheLeadAreNotified() {
    Map<String, Object> body = dentist();
    body.put("ask", Map.of("person", "alice"));
    String request = asked(body);
    take(request, "alice").statusCode(200);

    assertThat(NotifiedPeople.about(id))
        .contains("cover-asked alice", "cover-asked lead", "cover-taken lead")
        .contains("shifts-changed bob")
        .doesNotContain("shifts-changed alice");
    assertThat(NotifiedPeople.ofKind(id, "shifts-changed").getFirst().getString("title"))
        .contains("changed by ALICE");
  }

  @ParameterizedTest(name = "{0} = {1} is refused at {2}")
  @CsvSource(
      nullValues = "null",
      value = {
        "role, captain, /role",
        "role, null, /role",
        "reason, null, /reason",
        "reason, ' ', /reason",
        "from, 2027-01-01T00:00:00Z, /from",
        "to, null, /to",
        "to, 2027-01-05T17:00:00Z, /to",
      })
  void senselessRequestsAreRefused(String field, String value, String pointer) {
    Map<String, Object> body = dentist();
    body.put(field, value);

    ask(body).statusCode(400).body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void peopleWithoutAShiftNeedNoCover() {
    as(TestKeys.person("alice"))
        .body(dentist())
        .post(requests())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/person"));
  }

  @Test
  void managersAskAndTakeForOthers() {
    Map<String, Object> body = dentist();
    admin().body(body).post(requests()).then().statusCode(400);
    body.put("person", "bob");
    String request =
        admin().body(body).post(requests()).then().statusCode(201).extract().header("Location");
    as(TestKeys.person("alice"))
        .body(Map.of("person", "dave"))
        .post(request + "/take")
        .then()
        .statusCode(403);

    admin().body(Map.of("person", "dave")).post(request + "/take").then().statusCode(200);

    assertThat(primaries()).containsExactly(List.of("bob"), List.of("dave"), List.of("bob"));
  }

  @Test
  void theyAreListedByState() {
    String request = asked(dentist());
    take(request, "dave").statusCode(200);
    Map<String, Object> later = dentist();
    later.put("from", "2027-01-08T00:00:00Z");
    later.put("to", "2027-01-09T00:00:00Z");
    asked(later);

    viewer().get(requests() + "?state=taken").then().body("items.takenBy", contains("dave"));
    viewer().get(requests() + "?state=open").then().body("items", hasSize(1));
    viewer().get(requests() + "?state=lost").then().statusCode(400);
    viewer().get(requests() + "?limit=1").then().header("Link", containsString("next"));
  }

  @Test
  void sentTwiceItIsAskedOnce() {
    String key = unique("key");
    for (int i = 0; i < 2; i++) {
      as(TestKeys.person("bob"))
          .header("Idempotency-Key", key)
          .body(dentist())
          .post(requests())
          .then()
          .statusCode(201);
    }

    viewer().get(requests()).then().body("items", hasSize(1));
  }
}
