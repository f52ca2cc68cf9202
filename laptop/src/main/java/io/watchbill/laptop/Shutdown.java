package io.watchbill.laptop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * Stops everything that was started, latest first, when the launcher is stopped (Ctrl-C, SIGTERM)
 * or fails.
 */
final class Shutdown {
  private final Deque<Runnable> endings = new ArrayDeque<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Console console;

  Shutdown(Console console) {
    this.console = console;
  }

  /** Runs the endings when this process ends. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
  }

  /** Adds an ending; runs it at once if the shutdown has begun. */
  void add(Runnable ending) {
    synchronized (endings) {
      if (begun.getCount() > 0) {
        endings.push(ending);
        return;
      }
    }
    ending.run();
  }

  /** Returns whether the shutdown has begun. */
  boolean isOver() {
    return begun.getCount() == 0;
  }

  private void run() {
    synchronized (endings) {
      begun.countDown();
    }
    console.say("Stopping ...");
    endings.forEach(Runnable::run);
    console.say("Stopped.");
  }
}
