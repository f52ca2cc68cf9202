package io.watchbill.kit.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.watchbill.kit.database.Lane;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a turn again and again: every so often, at once when nudged, at once when there is more. A
 * turn that fails is logged and counted, and the next one comes all the same.
 */
public final class Loop {
  private static final Logger LOG = Logger.getLogger(Loop.class);

  private final String name;
  private final boolean vital;
  private final Duration every;
  private final Iteration turn;
  private final Timer finished;
  private final Counter failed;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopping;
  private volatile long lastFinishedNanos = System.nanoTime();

  Loop(String name, boolean vital, Duration every, Iteration turn, MeterRegistry metrics) {
    this.name = name;
    this.vital = vital;
    this.every = every;
    this.turn = turn;
    this.finished =
        Timer.builder("watchbill.loop.turn")
            .description("Finished turns of a loop")
            .tag("loop", name)
            .register(metrics);
    this.failed =
        Counter.builder("watchbill.loop.failures")
            .description("Turns of a loop that failed")
            .tag("loop", name)
            .register(metrics);
    Gauge.builder("watchbill.loop.turn.age", this, Loop::secondsSinceLastFinished)
        .description("How long ago the last turn that did not fail came to its end")
        .baseUnit("seconds")
        .tag("loop", name)
        .register(metrics);
    this.thread = Thread.ofVirtual().name("loop-" + name).unstarted(this::runInItsLane);
  }

  void start() {
    thread.start();
  }

  /** Makes the next turn come at once. */
  public void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  /** The name that stands in metrics and in health. */
  public String name() {
    return name;
  }

  /** Whether a process in which it stands still is of no use: pages depend on it. */
  boolean isVital() {
    return vital;
  }

  /** How long ago the last turn that did not fail came to its end. */
  public Duration sinceLastFinished() {
    return Duration.ofNanos(System.nanoTime() - lastFinishedNanos);
  }

  private double secondsSinceLastFinished() {
    return sinceLastFinished().toMillis() / 1000.0;
  }

  /** Lets the turn under way finish, for two seconds, and starts no other. */
  void stop() {
    stopping = true;
    nudge();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runInItsLane() {
    Lane.run(this::run);
  }

  private void run() {
    while (!stopping) {
      boolean more = turnOnce();
      if (!more && !stopping) {
        pause();
      }
    }
  }

  private boolean turnOnce() {
    long began = System.nanoTime();
    try {
      boolean more = turn.run();
      lastFinishedNanos = System.nanoTime();
      finished.record(lastFinishedNanos - began, TimeUnit.NANOSECONDS);
      return more;
    } catch (RuntimeException | Error e) {
      Fatal.endIfFatal(e);
      failed.increment();
      LOG.warnf("a turn of the loop '%s' failed: %s", name, e);
      LOG.debug("the turn's failure", e);
      return false;
    }
  }

  private void pause() {
    try {
      if (nudges.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS)) {
        nudges.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
