package io.watchbill.laptop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * Ends what was started, latest first, when the launcher is told to end (Ctrl-C, SIGTERM) or fails.
 */
final class Shutdown {
  private final Deque<Runnable> endings = new ArrayDeque<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Console console;

  Shutdown(Console console) {
    this.console = console;
  }

  /** From now on the end of this process runs the endings. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
  }

  /** Adds an ending; run at once when the end has begun already. */
  void add(Runnable ending) {
    synchronized (endings) {
      if (begun.getCount() > 0) {
        endings.push(ending);
        return;
      }
    }
    ending.run();
  }

  /** Whether the end has begun. */
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
