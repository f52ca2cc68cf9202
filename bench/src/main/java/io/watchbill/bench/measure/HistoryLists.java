package io.watchbill.bench.measure;

import io.watchbill.bench.load.ClosedLoop;
import io.watchbill.bench.load.Requests;
import io.watchbill.bench.load.Result;
import io.watchbill.laptop.service.Service;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Lists and single incidents, asked for by one client after the other. */
final class HistoryLists {
  private static final int SAMPLE = 60;

  private final Connection owner;
  private final Requests incidents;
  private final Requests escalations;
  private final Duration time;
  private final Map<Long, List<Known>> known = new HashMap<>();
  private final Map<String, Reading> readings = new java.util.LinkedHashMap<>();
  private final List<Question> questions;

  /** A closed incident somewhere in history. */
  private record Known(String incident, String at, String number, String escalation, String page) {}

  private record Question(
      Reading reading, Requests of, BiFunction<List<Known>, Long, String> path) {}

  HistoryLists(Ground ground, Connection owner, Duration time) {
    this.owner = owner;
    this.time = time;
    this.incidents = new Requests(ground.address(Service.INCIDENT), ground.asAdmin());
    this.escalations = new Requests(ground.address(Service.ESCALATION), ground.asAdmin());
    this.questions = questions();
  }

  private List<Question> questions() {
    List<Question> all = new ArrayList<>();
    ask(all, "open", "open incidents, newest first", incidents, "/v1/incidents?state=open");
    ask(
        all,
        "open-severity",
        "open incidents, worst first",
        incidents,
        "/v1/incidents?state=open&sort=severity");
    ask(all, "closed", "closed incidents, first page", incidents, "/v1/incidents?state=resolved");
    ask(
        all,
        "closed-team",
        "closed incidents of a team",
        incidents,
        "/v1/incidents?state=resolved&team=bench");
    all.add(
        question(
            "closed-deep",
            "closed incidents, a page in the middle of history",
            incidents,
            (some, n) ->
                "/v1/incidents?state=resolved&cursor="
                    + cursor(middle(some).at() + " " + middle(some).incident())));
    ask(all, "any", "incidents, open and closed", incidents, "/v1/incidents");
    all.add(
        question(
            "timeline",
            "timeline of a closed incident",
            incidents,
            (some, n) -> "/v1/incidents/" + nth(some, n).incident() + "/timeline"));
    all.add(
        question(
            "reference",
            "closed incident by its reference",
            incidents,
            (some, n) -> "/v1/incidents/INC-" + nth(some, n).number()));
    ask(all, "escalations", "escalations, first page", escalations, "/v1/escalations");
    all.add(
        question(
            "escalations-deep",
            "escalations, a page in the middle of history",
            escalations,
            (some, n) -> "/v1/escalations?cursor=" + cursor(middle(some).escalation())));
    all.add(
        question(
            "escalations-incident",
            "escalations of a closed incident",
            escalations,
            (some, n) -> "/v1/escalations?incident=" + nth(some, n).incident()));
    ask(all, "pages", "pages, first page", escalations, "/v1/pages");
    ask(all, "queued", "deliveries that wait", escalations, "/v1/deliveries?state=queued");
    ask(all, "failed", "deliveries that failed", escalations, "/v1/deliveries?state=failed");
    all.add(
        question(
            "deliveries-page",
            "deliveries of a page of a closed incident",
            escalations,
            (some, n) -> "/v1/deliveries?page=" + nth(some, n).page()));
    return List.copyOf(all);
  }

  private void ask(List<Question> all, String id, String what, Requests of, String path) {
    all.add(question(id, what, of, (some, n) -> path));
  }

  private Question question(
      String id, String what, Requests of, BiFunction<List<Known>, Long, String> path) {
    Reading reading = new Reading("list-" + id, what + ", p50", " ms", false);
    readings.put(id, reading);
    return new Question(reading, of, path);
  }

  List<Reading> readings() {
    return List.copyOf(readings.values());
  }

  /**
   * Asks all questions, each as long before it counts: other months were in the caches before
   * these.
   */
  void measure(int place, long size) {
    List<Known> some = known.computeIfAbsent(size, none -> sample());
    for (Question question : questions) {
      ask(question, some, time);
      Result result = ask(question, some, time);
      question.reading().add(place, result.millisAt(50), result.failed());
    }
  }

  private static Result ask(Question question, List<Known> some, Duration time) {
    return new ClosedLoop(1)
        .run(time, 0, number -> question.of().get(question.path().apply(some, number)));
  }

  private static Known middle(List<Known> some) {
    return some.get(some.size() / 2);
  }

  private static Known nth(List<Known> some, long number) {
    return some.get((int) (number % some.size()));
  }

  /** Closed incidents from all over history, of which both services know everything. */
  private List<Known> sample() {
    String sql =
        """
        SELECT i.id, to_char(i.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               i.number, e.id, p.id
          FROM generate_series(1, %d) n
         CROSS JOIN LATERAL (
               SELECT incident FROM escalation.past_incident_snapshot
                WHERE incident >= incident.uuid_at(now() - (n - 0.5) * interval '400 days' / %d)
                ORDER BY incident LIMIT 1) s
          JOIN incident.incident_history i ON i.id = s.incident
          JOIN escalation.past_escalation e ON e.incident = s.incident
          JOIN escalation.past_page p ON p.incident = s.incident
         ORDER BY n
        """
            .formatted(SAMPLE, SAMPLE);
    List<Known> found =
        Sql.rows(owner, sql, 5).stream()
            .map(row -> new Known(row[0], row[1], row[2], row[3], row[4]))
            .toList();
    if (found.size() < SAMPLE / 2) {
      throw new IllegalStateException("only " + found.size() + " closed incidents were found");
    }
    return found;
  }

  private static String cursor(String key) {
    return Base64.getUrlEncoder()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8))
        .replace("=", "%3D");
  }
}
