package io.watchbill.laptop.process;

import io.watchbill.laptop.Console;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one process running: restarts it with back-off when it ends unexpectedly, and reports that.
 */
public final class Supervised implements AutoCloseable {
  /** Something that runs and can be ended. */
  public interface Run {
    /** Returns whether it has ended, after waiting a little for that. */
    boolean endsWithin(Duration patience) throws InterruptedException;

    /** Ends it, in an orderly way if it lets us. */
    void end();
  }

  /** Starts the process once. */
  @FunctionalInterface
  public interface Starter {
    Run start() throws Exception;
  }

  private static final Duration GLANCE = Duration.ofMillis(300);

  private final String name;
  private final Starter starter;
  private final Console console;
  private final BackOff backOff = new BackOff();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private Run run;

  /** Starts it the first time; a failure of the first start is the caller's to hear. */
  public Supervised(String name, Starter starter, Console console) throws Exception {
    this.name = name;
    this.starter = starter;
    this.console = console;
    this.run = starter.start();
    this.thread = Thread.ofVirtual().name("keeps " + name).start(this::keepRunning);
  }

  private void keepRunning() {
    try {
      String what = "has ended";
      while (true) {
        long started = System.nanoTime();
        awaitEnd();
        Duration wait = backOff.after(Duration.ofNanos(System.nanoTime() - started));
        if (isStopping()) {
          return;
        }
        console.say(
            name + " " + what + "; starting it again in " + wait.toMillis() / 1000.0 + " s");
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        what = startAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() throws InterruptedException {
    while (!isStopping() && !run.endsWithin(GLANCE)) {
      // looks again
    }
  }

  /** What to say the next time that it does not run. */
  private String startAgain() throws InterruptedException {
    try {
      run = starter.start();
      console.say(name + " was started again");
      return "has ended";
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return "did not start (" + e.getMessage() + ")";
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Stops the process and does not restart it. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    run.end();
  }
}
