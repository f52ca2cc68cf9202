package io.watchbill.kit.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.watchbill.kit.database.Lane;
import io.watchbill.kit.log.SameLine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs an iteration at an interval, when nudged, and at once while there is more work. A loop that
 * was not nudged and found nothing may sleep for longer, as its {@link LoopPause} says. A failed
 * iteration is logged and counted; the loop goes on.
 */
public final class Loop {
  private static final Logger LOG = Logger.getLogger(Loop.class);

  private final String name;
  private final boolean vital;
  private final Duration every;
  private final LoopPause quiet;
  private final Iteration turn;
  private final Timer finished;
  private final Counter failed;
  private final SameLine line = new SameLine();
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopping;
  private volatile long lastFinishedNanos = System.nanoTime();

  Loop(
      String name,
      boolean vital,
      Duration every,
      LoopPause quiet,
      Iteration turn,
      MeterRegistry metrics) {
    this.name = name;
    this.vital = vital;
    this.every = every;
    this.quiet = quiet;
    this.turn = turn;
    this.finished =
        Timer.builder("watchbill.loop.turn")
            .description("Finished turns of a loop")
            .tag("loop", name)
            .register(metrics);
    this.failed =
        Counter.builder("watchbill.loop.failures")
            .description("Iterations of a loop that failed")
            .tag("loop", name)
            .register(metrics);
    Gauge.builder("watchbill.loop.turn.age", this, Loop::secondsSinceLastFinished)
        .description("Time since the last successful iteration ended")
        .baseUnit("seconds")
        .tag("loop", name)
        .register(metrics);
    this.thread = Thread.ofVirtual().name("loop-" + name).unstarted(this::runInItsLane);
  }

  void start() {
    thread.start();
  }

  /** Starts the next iteration at once. */
  public void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  /** Returns the name in metrics and health. */
  public String name() {
    return name;
  }

  /** Returns whether pages depend on the loop: a process in which it is stuck is restarted. */
  boolean isVital() {
    return vital;
  }

  /** Time since the last successful iteration ended. */
  public Duration sinceLastFinished() {
    return Duration.ofNanos(System.nanoTime() - lastFinishedNanos);
  }

  private double secondsSinceLastFinished() {
    return sinceLastFinished().toMillis() / 1000.0;
  }

  /** Waits up to two seconds for the current iteration and starts no other. */
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
    boolean nudged = true;
    while (!stopping) {
      boolean more = turnOnce();
      if (!more && !stopping) {
        nudged = pause(nudged ? every : quiet());
      }
    }
  }

  /** Returns how long to sleep when nothing happens. */
  private Duration quiet() {
    try {
      return quiet.next();
    } catch (RuntimeException e) {
      LOG.debugf(e, "the loop '%s' does not know how long it may sleep", name);
      return every;
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
      line.log("an iteration of the loop '" + name + "' failed: " + e, LOG::warn);
      LOG.debug("the turn's failure", e);
      return false;
    }
  }

  /** Sleeps; returns whether a nudge ended that. */
  private boolean pause(Duration longest) {
    try {
      boolean nudged = nudges.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
      if (nudged) {
        nudges.drainPermits();
      }
      return nudged;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
      return true;
    }
  }
}
