package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import io.watchbill.laptop.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What it costs the escalation-service that many escalations wait: its processor time while nothing
 * is due, with them and without. The comparison with the incident-service, once a minute, is in it.
 */
final class Idle implements Measure {
  /** Start-up's own work is over by then. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "idle";
  }

  @Override
  public List<Figure> run(Options options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 1);
        Connection owner = ground.connect()) {
      Clones clones = new Clones(owner, Original.make(ground));
      Replica service = ground.fleet().replica(Service.ESCALATION);
      double without = percentOfCore(service, scale);
      clones.make(scale.waiting(), Duration.ZERO, Duration.ofMillis(1));
      clones.settle();
      double with = percentOfCore(service, scale);
      return List.of(
          Figure.of(
              id() + "/waiting",
              "processor time of the escalation-service for those that wait",
              Limit.atMost(2, "% of a core"),
              with - without,
              Limit.number(with - without) + "%",
              0,
              "%s escalations wait: %s%%, one waits: %s%%, each over %d s"
                  .formatted(
                      Limit.number(scale.waiting()),
                      Limit.number(with),
                      Limit.number(without),
                      scale.idle().toSeconds())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double percentOfCore(Replica service, Scale scale) {
    Fleet.pause(SETTLING);
    double before = service.cpuSeconds();
    long began = System.nanoTime();
    Fleet.pause(scale.idle());
    double seconds = (System.nanoTime() - began) / 1e9;
    return 100 * (service.cpuSeconds() - before) / seconds;
  }
}
