package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Replica;
import io.watchbill.bench.load.EventSink;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Requests;
import io.watchbill.bench.load.Result;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who is on call now, asked of one rotation after the other. */
final class OnCallMeasure implements Measure {
  private static final double PER_SECOND = 1_000;

  /** Until the compiler is done; and a stall of 0.2 s would be a hundredth of a shorter load. */
  private static final int LONGER = 3;

  /** New rotations are read and announced; that is not what is measured. */
  private static final String NEWS =
      "SELECT (SELECT count(*) FROM rotation.outbox) + (SELECT count(*) FROM rotation.timer WHERE"
          + " retry_at <= now())";

  @Override
  public String id() {
    return "on-call";
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 1);
        Connection owner = ground.connect();
        EventSink sink = insteadOfEscalations(ground)) {
      Api api = ground.fleet().api(Service.ROTATION);
      for (int i = 0; i < scale.rotations(); i++) {
        person(api, "a-" + i);
        person(api, "b-" + i);
        api.put("/v1/rotations/r-" + i, rotation(i)).expectSuccess("rotation");
      }
      Ground.awaitNone(owner, NEWS);
      Requests requests = new Requests(ground.address(Service.ROTATION), ground.asAdmin());
      ask(scale, requests, new OpenLoop(PER_SECOND), true);
      Result result = ask(scale, requests, new OpenLoop(PER_SECOND), false);
      return List.of(
          Figure.of(
              id() + "/now",
              "who is on call now in one rotation, p99",
              Limit.atMost(10, " ms"),
              result.millisAt(99),
              Limit.number(result.millisAt(99)) + " ms",
              result.failed(),
              "%s rotations (two roles, weekly turns), %s/s in an open loop; p50 %s ms, longest %s ms"
                  .formatted(
                      Limit.number(scale.rotations()),
                      Limit.number(PER_SECOND),
                      Limit.number(result.millisAt(50)),
                      Limit.number(result.millisAt(100)))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Which asks for the shifts of all rotations again and again, a load of its own. */
  private static EventSink insteadOfEscalations(Ground ground) {
    Replica escalations = ground.fleet().replica(Service.ESCALATION);
    escalations.kill();
    return new EventSink(escalations.port());
  }

  private static void person(Api api, String id) {
    api.put("/v1/people/" + id, "{\"name\":\"" + id + "\",\"timeZone\":\"UTC\"}")
        .expectSuccess("person");
  }

  private static Result ask(Scale scale, Requests requests, OpenLoop loop, boolean warmUp) {
    return loop.run(
        (warmUp ? scale.warmUp() : scale.load()).multipliedBy(LONGER),
        number -> requests.get("/v1/on-call?rotation=r-" + number * 7 % scale.rotations()));
  }

  private static String rotation(int number) {
    return """
        {"name":"Rotation %1$d","team":"bench","timeZone":"Europe/Berlin","roles":[
          {"name":"primary","layers":[{"name":"weekly","start":"2026-01-05T09:00:00",
            "cadence":{"every":1,"unit":"week"},"turns":[["a-%1$d"],["b-%1$d"]]}]},
          {"name":"secondary","follows":{"role":"primary","offset":1}}]}
        """
        .formatted(number);
  }
}
