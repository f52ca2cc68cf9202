package io.watchbill.kit.load;

import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The one gate of a service for what takes work. */
@ApplicationScoped
public class HeavyWork {
  private final Gate gate;
  private final Duration patience;
  private final int atOnce;
  private final Duration deadline;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heavy-deadline").daemon().factory());
  private final TimeBudget budget;

  HeavyWork(HeavySettings settings) {
    this.atOnce =
        settings.atOnce().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    this.gate = new Gate(atOnce, settings.most(), settings.mostOfOneCaller());
    this.patience = settings.patience();
    this.deadline = settings.deadline();
    this.budget = new TimeBudget(clock, deadline);
  }

  /** How much is computed at the same time. */
  public int atOnce() {
    return atOnce;
  }

  /**
   * Computes an answer within its time.
   *
   * @throws Problem 503 when that is over; the work is interrupted then
   */
  Object compute(Callable<Object> work) throws Exception {
    try {
      return budget.spend(work);
    } catch (TimeBudget.SpentException e) {
      throw new Problem(
          KitError.UNAVAILABLE,
          "It takes longer than " + deadline.toSeconds() + " s; ask for less at a time.");
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  boolean enter(String caller) throws InterruptedException {
    return gate.enter(caller, patience);
  }

  void leave(String caller) {
    gate.leave(caller);
  }
}
