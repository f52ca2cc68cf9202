package io.watchbill.escalation.rehearsal;

import static java.util.Objects.requireNonNullElse;

import io.watchbill.kit.load.HeavyWork;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Computes rehearsals on threads of their own: virtual threads are not preempted when a task
 * computes for long, and paging runs on those.
 */
@ApplicationScoped
public class Rehearsals {
  private final ExecutorService threads;
  private final Duration deadline;

  Rehearsals(HeavyWork work, RehearsalSettings settings) {
    this.threads =
        Executors.newFixedThreadPool(
            work.atOnce(),
            Thread.ofPlatform()
                .name("rehearsal-", 0)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory());
    this.deadline = settings.deadline();
  }

  /**
   * Computes within the deadline.
   *
   * @throws Problem 503 when it takes longer; the work is interrupted then
   */
  <T> T compute(Callable<T> work) {
    Future<T> result = threads.submit(work);
    try {
      return result.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
      throw new Problem(
          KitError.UNAVAILABLE,
          "It takes longer than " + deadline.toSeconds() + " s; ask for less at a time.");
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw unwrapped(requireNonNullElse(e.getCause(), e));
    }
  }

  private static RuntimeException unwrapped(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
