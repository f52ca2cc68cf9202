package io.watchbill.kit.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The loops of a service. */
@ApplicationScoped
public class Loops {
  private final MeterRegistry metrics;
  private final Duration longest;
  private final List<Loop> loops = new CopyOnWriteArrayList<>();

  /**
   * @param longest how long any loop sleeps at most, however seldom it asks to run
   */
  Loops(
      MeterRegistry metrics,
      @ConfigProperty(name = "watchbill.loops.longest", defaultValue = "1m") Duration longest) {
    this.metrics = metrics;
    this.longest = longest;
  }

  /**
   * Starts a loop; to be called once the application has started. A stuck loop shows in the
   * metrics, but does not restart the process.
   */
  public Loop start(String name, Duration every, Iteration turn) {
    Duration interval = atMost(every);
    return start(new Loop(name, false, interval, () -> interval, turn, metrics));
  }

  /** Starts a loop on which pages depend: the process is alive only while it iterates. */
  public Loop startVital(String name, Duration every, Iteration turn) {
    return startVital(name, every, () -> every, turn);
  }

  /** As {@link #startVital(String, Duration, Iteration)}; sleeps for longer when all is quiet. */
  public Loop startVital(String name, Duration every, LoopPause quiet, Iteration turn) {
    return start(new Loop(name, true, atMost(every), () -> atMost(quiet.next()), turn, metrics));
  }

  private Duration atMost(Duration asked) {
    return asked.compareTo(longest) < 0 ? asked : longest;
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
