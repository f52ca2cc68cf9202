package io.watchbill.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many clients, each sending its next request when the last is answered: finds the most. */
public final class ClosedLoop {
  private final int clients;

  public ClosedLoop(int clients) {
    this.clients = clients;
  }

  /** Sends for a while; requests are numbered from {@code first}. */
  public Result run(Duration time, long first, LongPredicate request) {
    Histogram latency = new ConcurrentHistogram(Duration.ofMinutes(2).toNanos(), 3);
    AtomicLong next = new AtomicLong(first);
    AtomicLong failures = new AtomicLong();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      long sent = System.nanoTime();
                      if (!request.test(next.getAndIncrement())) {
                        failures.incrementAndGet();
                      }
                      latency.recordValue(System.nanoTime() - sent);
                    }
                  }));
    }
    for (Thread thread : threads) {
      join(thread);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Result(next.get() - first, failures.get(), seconds, latency);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
