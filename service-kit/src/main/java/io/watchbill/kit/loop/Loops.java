package io.watchbill.kit.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The loops of a service. None runs in a process that only migrates. */
@ApplicationScoped
public class Loops {
  private final MeterRegistry metrics;
  private final boolean onlyInitializing;
  private final List<Loop> loops = new CopyOnWriteArrayList<>();

  Loops(
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false")
          boolean onlyInitializing) {
    this.metrics = metrics;
    this.onlyInitializing = onlyInitializing;
  }

  /** Starts a loop; call it once the application has started. */
  public Loop start(String name, Duration every, LoopTurn turn) {
    Loop loop = new Loop(name, every, turn, metrics);
    if (!onlyInitializing) {
      loops.add(loop);
      loop.start();
    }
    return loop;
  }

  /** The loops that have not finished a turn for longer than this. */
  public List<String> stuckFor(Duration limit) {
    return loops.stream()
        .filter(loop -> loop.sinceLastFinished().compareTo(limit) > 0)
        .map(Loop::name)
        .toList();
  }

  void stop(@Observes ShutdownEvent event) {
    loops.forEach(Loop::stop);
  }
}
