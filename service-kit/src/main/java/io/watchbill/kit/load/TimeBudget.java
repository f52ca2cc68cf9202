package io.watchbill.kit.load;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Computes on the thread of the caller and interrupts it when that takes too long. What computes
 * looks now and then whether it is interrupted, and what waits ends by itself.
 */
final class TimeBudget {
  private final ScheduledExecutorService clock;
  private final Duration time;

  TimeBudget(ScheduledExecutorService clock, Duration time) {
    this.clock = clock;
    this.time = time;
  }

  /** The time was over before the work was done. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SpentException(Exception cause) {
      super("the time was over", cause);
    }
  }

  /**
   * Does the work within the time.
   *
   * @throws SpentException when it was interrupted and did not end well
   */
  Object spend(Callable<Object> work) throws Exception {
    Interruption interruption = new Interruption(Thread.currentThread());
    Future<?> timer = clock.schedule(interruption::send, time.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return work.call();
    } catch (Exception e) {
      if (interruption.wasSent()) {
        throw new SpentException(e);
      }
      throw e;
    } finally {
      timer.cancel(false);
      interruption.end();
    }
  }

  /** Nobody is interrupted after the end, nor for what was before it. */
  private static final class Interruption {
    private final Thread thread;
    private boolean sent;
    private boolean ended;

    private Interruption(Thread thread) {
      this.thread = thread;
    }

    private synchronized void send() {
      if (!ended) {
        sent = true;
        thread.interrupt();
      }
    }

    private synchronized boolean wasSent() {
      return sent;
    }

    private synchronized void end() {
      ended = true;
      if (sent) {
        Thread.interrupted();
      }
    }
  }
}
