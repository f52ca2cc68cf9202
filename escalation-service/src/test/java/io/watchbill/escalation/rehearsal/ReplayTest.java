package io.watchbill.escalation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Answer;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random incidents, replayed with a moved clock: the engine does what the dry run said. */
@QuarkusTest
class ReplayTest extends ServiceTest {

  @ParameterizedTest
  @ValueSource(longs = {7, 11, 23, 42})
  void theEngineDoesWhatTheDryRunSaid(long seed) {
    Random random = new Random(seed);
    passMidnight();
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
    Answer rehearsed = dryRun(incident.triggered(), severity, tags);
    for (Instant at : new TreeSet<>(instants(rehearsed))) {
      if (at.isAfter(time.now())) {
        later(Duration.between(time.now(), at));
      }
      awaitUntil(incident, rehearsed, at);
    }

    assertThat(done(incident)).isEqualTo(said(rehearsed, time.now()));
    soon(() -> assertThat(alarms(incident)).containsAll(rehearsed.getList("alarms.kind")));
  }

  /** Where shifts end is told by the day on which it is asked: the day stays the same. */
  private void passMidnight() {
    Instant midnight = time.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    Duration left = Duration.between(time.now(), midnight);
    if (left.compareTo(Duration.ofHours(6)) < 0) {
      later(left.plusMinutes(1));
    }
  }

  private void awaitUntil(Incident incident, Answer rehearsed, Instant at) {
    soon(() -> assertThat(done(incident)).isEqualTo(said(rehearsed, at)));
  }

  /** Pages as "due target reason", of both sides. */
  private List<String> done(Incident incident) {
    Answer pages = get("/v1/pages?limit=500&incident=" + incident.id);
    List<String> purposes = pages.getList("items.purpose");
    return lines(pages, "items", "due", page -> purposes.get(page).equals("main"));
  }

  private static List<String> said(Answer rehearsed, Instant until) {
    List<String> at = rehearsed.getList("pages.at");
    return lines(rehearsed, "pages", "at", page -> !Instant.parse(at.get(page)).isAfter(until));
  }

  private static List<String> lines(Answer answer, String list, String due, IntPredicate wanted) {
    List<String> dues = answer.getList(list + "." + due);
    List<String> targets = answer.getList(list + ".target");
    List<String> reasons = answer.getList(list + ".reason");
    return IntStream.range(0, dues.size())
        .filter(wanted)
        .mapToObj(i -> dues.get(i) + " " + targets.get(i) + " " + reasons.get(i))
        .sorted()
        .toList();
  }

  private static List<Instant> instants(Answer rehearsed) {
    List<Instant> instants = new ArrayList<>();
    for (String list : List.of("pages.at", "alarms.at")) {
      rehearsed.<String>getList(list).forEach(at -> instants.add(Instant.parse(at)));
    }
    return instants;
  }

  private Answer dryRun(Instant at, String severity, String... tags) {
    String list = tags.length == 0 ? "" : "\"" + String.join("\", \"", tags) + "\"";
    String answer =
        viewer()
            .body(
                """
            {"facts": {"severity": "%s", "tags": [%s], "acknowledgeSla": "PT15M"}, "at": "%s"}\
            """
                    .formatted(severity, list, at))
            .post("/v1/policies/{id}/dry-run", own)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return new Answer(answer);
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
