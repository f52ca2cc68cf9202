package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import io.watchbill.laptop.service.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Measures what it costs to have nothing to do: the processor time of all three services and of
 * Postgres, and how much more many waiting escalations make it for the escalation-service. The
 * comparison with the incident-service, once a minute, is in both.
 */
final class Idle implements Measure {
  /** Start-up's own work is over by then. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "idle";
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    Scale scale = options.scale();
    try (Ground ground = Ground.start(options, 1);
        Connection owner = ground.connect()) {
      Clones clones = new Clones(owner, Original.make(ground));
      Replica service = ground.fleet().replica(Service.ESCALATION);
      Used.over(scale.idle(), ground.fleet(), service); // the compiler is at work at first
      Used without = Used.over(scale.idle(), ground.fleet(), service);
      clones.make(scale.waiting(), Duration.ZERO, Duration.ofMillis(1));
      clones.settle();
      Used with = Used.over(scale.idle(), ground.fleet(), service);
      double more = with.service() - without.service();
      return List.of(
          Figure.of(
              id() + "/nothing",
              "processor time of all three services and of Postgres with nothing to do",
              Limit.atMost(2, "% of a core"),
              without.all(),
              Limit.number(without.all()) + "%",
              0,
              "on the JVM, one escalation waits; over %d s".formatted(scale.idle().toSeconds())),
          Figure.of(
              id() + "/waiting",
              "processor time of the escalation-service for those that wait",
              Limit.atMost(2, "% of a core"),
              more,
              Limit.number(more) + "%",
              0,
              "%s escalations wait: %s%%, one waits: %s%%, each over %d s; all processes of the machine: %s%% and %s%%"
                  .formatted(
                      Limit.number(scale.waiting()),
                      Limit.number(with.service()),
                      Limit.number(without.service()),
                      scale.idle().toSeconds(),
                      Limit.number(with.machine()),
                      Limit.number(without.machine()))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Percent of a core that a service, all services with Postgres, and all of the machine used. */
  private record Used(double service, double all, double machine) {
    static Used over(Duration time, Fleet fleet, Replica service) {
      Fleet.pause(SETTLING);
      double ofAll = fleet.cpuSeconds();
      double ofService = service.cpuSeconds();
      double ofMachine = Machine.cpuSeconds();
      long began = System.nanoTime();
      Fleet.pause(time);
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Used(
          100 * (service.cpuSeconds() - ofService) / seconds,
          100 * (fleet.cpuSeconds() - ofAll) / seconds,
          100 * (Machine.cpuSeconds() - ofMachine) / seconds);
    }
  }
}
