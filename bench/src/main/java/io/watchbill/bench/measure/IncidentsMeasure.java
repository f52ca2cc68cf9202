package io.watchbill.bench.measure;

import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Requests;
import io.watchbill.bench.load.Result;
import io.watchbill.laptop.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The list of open incidents among very many that are not open any more. All open ones are
 * acknowledged, and the escalation-service knows them before they are asked for: it hears of what
 * is written into the database beside the services by its comparison, and that takes its time.
 */
final class IncidentsMeasure implements Measure {
  private static final int ONE_IN = 100;
  private static final double PER_SECOND = 50;

  /** Open incidents that the escalation-service has yet to hear of, and what it is about to do. */
  static final String UNDER_WAY =
      "SELECT (SELECT count(*) FROM incident.incident i WHERE state <> 'resolved' AND NOT EXISTS"
          + " (SELECT FROM escalation.incident_snapshot p WHERE p.incident = i.id)) + (SELECT"
          + " count(*) FROM incident.outbox) + (SELECT count(*) FROM escalation.outbox) + (SELECT"
          + " count(*) FROM escalation.escalation WHERE state = 'running' AND next_due_at <= now())";

  private static final String NEWEST = "/v1/incidents?state=open&limit=50";
  private static final String WORST = "/v1/incidents?state=open&sort=severity&limit=50";
  private static final String TEAM = "/v1/incidents?state=open&team=bench&limit=50";

  @Override
  public String id() {
    return "list";
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 1);
        Connection owner = ground.connect()) {
      load(ground, owner, scale.incidents());
      Ground.awaitNone(owner, UNDER_WAY);
      Requests requests = new Requests(ground.address(Service.INCIDENT), ground.asAdmin());
      new OpenLoop(PER_SECOND).run(scale.warmUp(), number -> requests.get(NEWEST));
      return List.of(
          figure("newest", "open incidents, newest first", scale, requests, NEWEST),
          figure("severity", "open incidents, worst first", scale, requests, WORST),
          figure("team", "open incidents of a team", scale, requests, TEAM));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Figure figure(String name, String what, Scale scale, Requests requests, String path) {
    Result result = new OpenLoop(PER_SECOND).run(scale.load(), number -> requests.get(path));
    return Figure.of(
        id() + "/" + name,
        "list of " + what + ", p99",
        Limit.atMost(50, " ms"),
        result.millisAt(99),
        Limit.number(result.millisAt(99)) + " ms",
        result.failed(),
        "%s incidents, one in %d open; %s/s in an open loop; p50 %s ms, longest %s ms"
            .formatted(
                Limit.number(scale.incidents()),
                ONE_IN,
                Limit.number(PER_SECOND),
                Limit.number(result.millisAt(50)),
                Limit.number(result.millisAt(100))));
  }

  private static void act(Ground ground, UUID incident, String action) {
    ground
        .fleet()
        .api(Service.INCIDENT)
        .post("/v1/incidents/" + incident + "/" + action, "{}")
        .expectSuccess(action);
  }

  /** Resolved ones and open ones in turns, a minute apart and half a minute between. */
  private static void load(Ground ground, Connection owner, int count) throws SQLException {
    UUID open = Original.make(ground);
    act(ground, open, "acknowledge");
    UUID resolved = Original.make(ground);
    act(ground, resolved, "resolve");
    int opens = count / ONE_IN;
    Duration spacing = Duration.ofSeconds(20);
    Duration age = spacing.multipliedBy(count).negated();
    new Clones(owner, resolved).makeIncidents(count - opens, age, spacing);
    Clones clones = new Clones(owner, open).after(count);
    clones.makeIncidents(opens, age, spacing.multipliedBy(ONE_IN));
    clones.settle();
  }
}
