package io.watchbill.bench.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends at a fixed rate whatever the answers do. Latency counts from when a request was to be sent,
 * so a stall of the server is seen by all that had to wait for it (no coordinated omission).
 */
public final class OpenLoop {
  private static final int MOST_AT_ONCE = 2_000;

  private final double perSecond;
  private final Histogram latency = new ConcurrentHistogram(Duration.ofMinutes(2).toNanos(), 3);
  private final AtomicLong failures = new AtomicLong();

  public OpenLoop(double perSecond) {
    this.perSecond = perSecond;
  }

  /** One request. */
  public interface Request {
    /**
     * Sends it and waits for its answer.
     *
     * @param intended when it was to be sent, by {@link System#nanoTime}
     * @return whether it was answered as it should
     */
    boolean send(long number, long intended);
  }

  /**
   * Sends for a while and waits for the last answer.
   *
   * @param request given the request's number; true when it was answered as it should
   */
  public Result run(Duration time, LongPredicate request) {
    return run(time, (number, intended) -> request.test(number));
  }

  /** As {@link #run(Duration, LongPredicate)}, for those who want to know the intended instant. */
  public Result run(Duration time, Request request) {
    long count = Math.round(perSecond * time.toMillis() / 1000);
    Semaphore room = new Semaphore(MOST_AT_ONCE);
    long began = System.nanoTime();
    for (long i = 0; i < count; i++) {
      long intended = began + offsetNanos(i, perSecond);
      awaitInstant(intended);
      room.acquireUninterruptibly();
      long number = i;
      Thread.ofVirtual()
          .start(
              () -> {
                boolean good = request.send(number, intended);
                latency.recordValue(System.nanoTime() - intended);
                if (!good) {
                  failures.incrementAndGet();
                }
                room.release();
              });
    }
    room.acquireUninterruptibly(MOST_AT_ONCE);
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Result(count, failures.get(), seconds, latency);
  }

  /** How long after the beginning a request is to be sent; no error adds up. */
  static long offsetNanos(long number, double perSecond) {
    return Math.round(number * 1e9 / perSecond);
  }

  private static void awaitInstant(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
