package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import io.watchbill.bench.fleet.Replica;
import java.util.ArrayList;
import java.util.List;

/** How soon a service answers after its start, and the memory it then has. */
final class StartMeasure implements Measure {
  private static final int TIMES = 3;

  @Override
  public String id() {
    return "start";
  }

  @Override
  public List<Figure> run(BenchOptions options) {
    List<Figure> figures = new ArrayList<>();
    try (Ground ground = Ground.start(options, 1)) {
      for (Replica replica : ground.fleet().replicas()) {
        figures.add(figure(ground.fleet(), replica));
      }
    }
    return figures;
  }

  private Figure figure(Fleet fleet, Replica replica) {
    double best = Double.MAX_VALUE;
    double memory = 0;
    for (int i = 0; i < TIMES; i++) {
      replica.kill();
      long began = System.nanoTime();
      replica.start();
      fleet.awaitReady(replica);
      best = Math.min(best, (System.nanoTime() - began) / 1e6);
      memory = Math.max(memory, replica.residentMiB());
    }
    return Figure.plain(
        id() + "/" + replica.service().word(),
        replica.service().module() + " on the JVM: first 200 of its readiness, memory then",
        Limit.number(best) + " ms, " + Limit.number(memory) + " MiB",
        "the best of %d starts alone, the most memory of them".formatted(TIMES));
  }
}
