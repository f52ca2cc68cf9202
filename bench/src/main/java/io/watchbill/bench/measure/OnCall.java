package io.watchbill.bench.measure;

import io.watchbill.bench.load.Gets;
import io.watchbill.bench.load.OpenLoop;
import io.watchbill.bench.load.Result;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.util.List;

/** Who is on watch now, asked of one rotation after the other. */
final class OnCall implements Measure {
  private static final double PER_SECOND = 1_000;

  @Override
  public String id() {
    return "on-call";
  }

  @Override
  public List<Figure> run(Options options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 1)) {
      Api api = ground.fleet().api(Service.ROTATION);
      for (int i = 0; i < scale.rotations(); i++) {
        api.put("/v1/rotations/r-" + i, rotation(i)).expectSuccess("rotation");
      }
      Gets gets = new Gets(ground.address(Service.ROTATION), ground.fleet().adminKey());
      ask(scale, gets, new OpenLoop(PER_SECOND / 4), true);
      ask(scale, gets, new OpenLoop(PER_SECOND), true);
      Result result = ask(scale, gets, new OpenLoop(PER_SECOND), false);
      return List.of(
          Figure.of(
              id() + "/now",
              "who is on watch now in one rotation, p99",
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
    }
  }

  private static Result ask(Scale scale, Gets gets, OpenLoop loop, boolean warmUp) {
    return loop.run(
        warmUp ? scale.warmUp() : scale.load(),
        number -> gets.get("/v1/on-call?rotation=r-" + number * 7 % scale.rotations()));
  }

  private static String rotation(int number) {
    return """
        {"name":"Rotation %d","team":"bench","timeZone":"Europe/Berlin","roles":[
          {"name":"primary","layers":[{"name":"weekly","start":"2026-01-05T09:00:00",
            "cadence":{"every":1,"unit":"week"},"turns":[["alice"],["bob"]]}]},
          {"name":"secondary","follows":{"role":"primary","offset":1}}]}
        """
        .formatted(number);
  }
}
