package io.watchbill.rotation.fairness;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.body;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.rotation;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What would make it fairer, and that the proposals can be applied. */
@QuarkusTest
class PlanTest extends UnevenRotation {
  @Test
  void thePlanEvensOutAndItsProposalsCanBeMade() {
    List<Map<String, Object>> proposals =
        viewer()
            .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=56")
            .then()
            .statusCode(200)
            .body("proposals.replaces", hasItem(alice))
            .body("proposals.person", not(hasItem(alice)))
            .extract()
            .path("proposals");

    assertThat(proposals.getFirst().get("reason").toString())
        .startsWith("evens out: " + alice + " has");
    proposals.forEach(
        proposal ->
            admin()
                .body(proposal)
                .post("/v1/rotations/" + id + "/overrides")
                .then()
                .statusCode(201));
    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=56")
        .then()
        .body("proposals", empty());
  }

  @Test
  void absentPeopleAreRelievedByThePlan() {
    admin()
        .body(Map.of("from", "2027-01-18T17:00:00Z", "to", "2027-01-25T17:00:00Z"))
        .post("/v1/people/" + charlie + "/absences")
        .then()
        .statusCode(201);

    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=30")
        .then()
        .body("proposals.reason", hasItem(charlie + " is absent or on call elsewhere"));
  }

  @Test
  void thePlanProposesAVersionThatIsAcceptedByPuttingIt() {
    Map<String, Object> version =
        viewer()
            .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
            .then()
            .statusCode(200)
            .body("version.definition.roles[0].layers[0].turns", hasSize(3))
            .body("version.reasons[0]", startsWith("one change instead of "))
            .body("version.reasons[1]", matchesPattern("hours were up to .* apart, then .*"))
            .extract()
            .path("version");

    admin()
        .header("If-Match", version.get("ifMatch"))
        .body(version.get("definition"))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    viewer()
        .get("/v1/on-call?rotation=" + id)
        .then()
        .body("items.find { it.role == 'primary' }.people[0]", equalTo(bob));
    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
        .then()
        .body("$", not(hasKey("version")));
  }

  @Test
  void aProposedVersionThatIsStaleIsRefused() {
    Map<String, Object> version =
        viewer()
            .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
            .then()
            .extract()
            .path("version");
    admin()
        .body(body(primary(alice, bob, dave, charlie)))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    admin()
        .header("If-Match", version.get("ifMatch"))
        .body(version.get("definition"))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(412);
  }

  /** The latest version takes effect before the first one, which is then in force. */
  @Test
  void noVersionIsProposedOfADefinitionThatDoesNotHold() {
    String later = "2027-01-04T18:00:00Z";
    String unfair = body(primary(alice, bob, alice, dave));
    admin()
        .body(unfair.replaceFirst("\\{", "{\"effectiveFrom\": \"" + later + "\","))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);
    admin()
        .body(body(primary(alice, bob, alice, charlie, charlie)))
        .put("/v1/rotations/" + id)
        .then()
        .statusCode(200);

    time.set(Instant.parse(later).plusSeconds(60));

    viewer()
        .get("/v1/rotations/" + id + "/fairness/plan?role=primary&days=90")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("version")));
  }

  @Test
  void aFairRotationIsLeftAlone() {
    String fair = unique("fair");
    String[] others = {"eve-" + own, "frank-" + own, "grace-" + own};
    people(others);
    rotation(fair, primary(others));

    viewer()
        .get("/v1/rotations/" + fair + "/fairness/plan?role=primary&days=90")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("version")));
  }
}
