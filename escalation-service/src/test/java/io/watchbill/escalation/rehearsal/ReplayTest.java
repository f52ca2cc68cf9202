package io.watchbill.escalation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random incidents, replayed with a moved clock: the engine does what the dry run said. */
@QuarkusTest
class ReplayTest extends ServiceTest {

  @ParameterizedTest
  @ValueSource(longs = {7, 11, 23, 42})
  void theEngineDoesWhatTheDryRunSaid(long seed) {
    Random random = new Random(seed);
    rotation("primary", "alice", "secondary", "bob", "lead", "carol");
    reachableByMail("alice", "bob", "carol");
    Instant opens = time.now().plus(Duration.ofMinutes(15 + random.nextInt(30)));
    rotations.works("people/" + named("carol"), opens, opens.plus(Duration.ofDays(1)));
    policy(steps(random));
    soon(() -> assertThat(rotations.asked(own)).isPositive());
    turnsPass();
    String severity = random.nextBoolean() ? "P0" : "P1";
    String[] tags = random.nextBoolean() ? new String[] {"leak"} : new String[0];

    Incident incident = open(severity, tags);
    JsonPath rehearsed = dryRun(incident.triggered(), severity, tags);
    for (Instant at : new TreeSet<>(instants(rehearsed))) {
      if (at.isAfter(time.now())) {
        later(Duration.between(time.now(), at));
      }
      awaitUntil(incident, rehearsed, at);
    }

    assertThat(done(incident)).isEqualTo(said(rehearsed, time.now()));
    soon(() -> assertThat(alarms(incident)).containsAll(rehearsed.getList("alarms.kind")));
  }

  private void awaitUntil(Incident incident, JsonPath rehearsed, Instant at) {
    soon(() -> assertThat(done(incident)).isEqualTo(said(rehearsed, at)));
  }

  /** Pages as "due target reason", of both sides. */
  private List<String> done(Incident incident) {
    return lines(
        get("/v1/pages?limit=500&incident=" + incident.id),
        "items.findAll { it.purpose == 'main' }",
        "due");
  }

  private static List<String> said(JsonPath rehearsed, Instant until) {
    return lines(rehearsed, "pages", "at").stream()
        .filter(line -> !Instant.parse(line.substring(0, line.indexOf(' '))).isAfter(until))
        .toList();
  }

  private static List<String> lines(JsonPath path, String list, String due) {
    List<String> lines = new ArrayList<>();
    List<String> dues = path.getList(list + "." + due);
    List<String> targets = path.getList(list + ".target");
    List<String> reasons = path.getList(list + ".reason");
    for (int i = 0; i < dues.size(); i++) {
      lines.add(dues.get(i) + " " + targets.get(i) + " " + reasons.get(i));
    }
    lines.sort(String::compareTo);
    return lines;
  }

  private static List<Instant> instants(JsonPath rehearsed) {
    List<Instant> instants = new ArrayList<>();
    for (String list : List.of("pages.at", "alarms.at")) {
      rehearsed.<String>getList(list).forEach(at -> instants.add(Instant.parse(at)));
    }
    return instants;
  }

  private JsonPath dryRun(Instant at, String severity, String... tags) {
    String list = tags.length == 0 ? "" : "\"" + String.join("\", \"", tags) + "\"";
    return viewer()
        .body(
            """
            {"facts": {"severity": "%s", "tags": [%s], "acknowledgeSla": "PT15M"}, "at": "%s"}\
            """
                .formatted(severity, list, at))
        .post("/v1/policies/{id}/dry-run", own)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String[] steps(Random random) {
    String[] roles = {"primary", "secondary", "lead", "nobody"};
    String[] steps = new String[2 + random.nextInt(4)];
    for (int i = 0; i < steps.length; i++) {
      List<String> more = new ArrayList<>();
      more.add("\"after\": \"PT%dM\"".formatted(random.nextInt(20)));
      more.add("\"branch\": \"%s\"".formatted(random.nextInt(3) == 0 ? "legal" : "main"));
      more.add("\"since\": \"%s\"".formatted(random.nextBoolean() ? "triggered" : "previousStep"));
      if (random.nextInt(3) == 0) {
        more.add(
            "\"repeat\": {\"every\": \"PT%dM\", \"times\": 2}".formatted(1 + random.nextInt(9)));
      }
      if (random.nextInt(3) == 0) {
        more.add("\"when\": {\"tags\": [\"leak\"]}");
      } else if (random.nextInt(3) == 0) {
        more.add("\"when\": {\"workingTime\": {\"of\": \"responder\", \"is\": \"inside\"}}");
      }
      if (random.nextInt(3) == 0) {
        more.add(
            "\"ifNobody\": {\"fallback\": {\"rotation\": \"%s\", \"role\": \"lead\"}}"
                .formatted(own));
      }
      steps[i] = step("step " + i, roles[random.nextInt(4)], more.toArray(new String[0]));
    }
    return steps;
  }
}
