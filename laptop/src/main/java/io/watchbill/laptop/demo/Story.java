package io.watchbill.laptop.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Prints what happens, with the seconds since the start. */
final class Story {
  private final PrintStream terminal;
  private final long begun = System.nanoTime();

  Story(PrintStream terminal) {
    this.terminal = terminal;
  }

  void say(String text) {
    terminal.printf("%5.1f s  %s%n", (System.nanoTime() - begun) / 1e9, text);
    terminal.flush();
  }

  void add(String text) {
    terminal.println("         " + text);
    terminal.flush();
  }

  /** Polls until there is something to show. */
  <T> Optional<T> waitFor(Duration patience, Supplier<Optional<T>> look)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<T> seen = look.get();
    while (seen.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(100);
      seen = look.get();
    }
    return seen;
  }
}
