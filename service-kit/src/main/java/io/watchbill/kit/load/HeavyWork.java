package io.watchbill.kit.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The one gate of a service for what takes work. */
@ApplicationScoped
public class HeavyWork {
  private final Gate gate;
  private final Duration patience;
  private final int atOnce;

  HeavyWork(HeavySettings settings) {
    this.atOnce =
        settings.atOnce().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    this.gate = new Gate(atOnce, settings.most(), settings.mostOfOneCaller());
    this.patience = settings.patience();
  }

  /** How much is computed at the same time. */
  public int atOnce() {
    return atOnce;
  }

  boolean enter(String caller) throws InterruptedException {
    return gate.enter(caller, patience);
  }

  void leave(String caller) {
    gate.leave(caller);
  }
}
