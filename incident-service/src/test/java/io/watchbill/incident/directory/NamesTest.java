package io.watchbill.incident.directory;

import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.opened;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.watchbill.incident.Message;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team or policy that does not exist is refused; no alert is lost for it. */
@QuarkusTest
class NamesTest {
  private static final String NOT_CHECKED = "Watchbill-Not-Checked";

  private static ValidatableResponse open(String team, String policy) {
    return admin()
        .body(Map.of("title", "x", "severity", "P1", "team", team, "policy", policy))
        .post("/v1/incidents")
        .then();
  }

  private static ValidatableResponse assign(String reference, Map<String, String> to) {
    Map<String, String> body = new HashMap<>(to);
    body.put("reason", "theirs");
    return admin().body(body).post("/v1/incidents/{id}/assign", reference).then();
  }

  private static Map<String, Object> settings(String id, String team, String policy) {
    return Map.of("id", id, "name", "n", "kind", "alertmanager", "team", team, "policy", policy);
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-team, night, /team",
    "archived-team, night, /team",
    "security, no-such-policy, /policy",
    "security, archived-policy, /policy"
  })
  void whatDoesNotExistIsRefusedWhereverItIsNamed(String team, String policy, String pointer) {
    open(team, policy).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    assign(opened("P1"), Map.of("team", team, "policy", policy))
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer));
    admin()
        .body(settings(unique("i"), team, policy))
        .post("/v1/integrations")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer));
    String known = integration();
    admin()
        .body(settings(known, team, policy))
        .put("/v1/integrations/{id}", known)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void whatExistsIsTakenWithoutAWord() {
    open("security", "night").statusCode(201).header(NOT_CHECKED, nullValue());
  }

  @Test
  void whatCannotBeLookedUpIsTakenAndTheAnswerSaysSo() {
    String team = "not-answered-team";
    String policy = "not-answered-policy";
    String both = "team not-answered-team, policy not-answered-policy";

    open(team, policy).statusCode(201).header(NOT_CHECKED, equalTo(both));
    assign(opened("P1"), Map.of("team", team, "policy", policy))
        .statusCode(200)
        .header(NOT_CHECKED, equalTo(both));
    admin()
        .body(settings(unique("i"), team, policy))
        .post("/v1/integrations")
        .then()
        .statusCode(201)
        .header(NOT_CHECKED, equalTo(both));
  }

  @Test
  void anAlertIsTakenWhateverBecameOfItsTeam() {
    String id = integration(Map.of("team", "not-answered-team"));

    send(id, Message.of("G").firing("a", "warning").json()).statusCode(200);
  }
}
