package io.watchbill.kit.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The loops of a service. */
@ApplicationScoped
public class Loops {
  private final MeterRegistry metrics;
  private final List<Loop> loops = new CopyOnWriteArrayList<>();

  Loops(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /**
   * Starts a loop; to be called once the application has started. A stuck loop shows in the
   * metrics, but does not restart the process.
   */
  public Loop start(String name, Duration every, Iteration turn) {
    return start(new Loop(name, false, every, () -> every, turn, metrics));
  }

  /** Starts a loop on which pages depend: the process is alive only while it iterates. */
  public Loop startVital(String name, Duration every, Iteration turn) {
    return startVital(name, every, () -> every, turn);
  }

  /** As {@link #startVital(String, Duration, Iteration)}; sleeps for longer when all is quiet. */
  public Loop startVital(String name, Duration every, LoopPause quiet, Iteration turn) {
    return start(new Loop(name, true, every, quiet, turn, metrics));
  }

  private Loop start(Loop loop) {
    loops.add(loop);
    loop.start();
    return loop;
  }

  /**
   * Returns the loops on which pages depend that have finished no iteration for longer than this.
   */
  public List<String> vitalStuckFor(Duration limit) {
    return stuck(limit, Loop::isVital);
  }

  /** Returns the loops that have finished no iteration for longer than this. */
  public List<String> stuckFor(Duration limit) {
    return stuck(limit, loop -> true);
  }

  private List<String> stuck(Duration limit, Predicate<Loop> which) {
    return loops.stream()
        .filter(which)
        .filter(loop -> loop.sinceLastFinished().compareTo(limit) > 0)
        .map(Loop::name)
        .toList();
  }

  void stop(@Observes ShutdownEvent event) {
    loops.forEach(Loop::stop);
  }
}
