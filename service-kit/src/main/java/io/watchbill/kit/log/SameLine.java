package io.watchbill.kit.log;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line that comes again and again from flooding the log: it is written once in ten seconds,
 * with how often it was left out since. Another line is written at once.
 */
public final class SameLine {
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final LongSupplier nanoTime;
  private @Nullable String last;
  private long writtenAt;
  private long leftOut;

  public SameLine() {
    this(System::nanoTime);
  }

  SameLine(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Writes the line, unless it was written within the last ten seconds. */
  public synchronized void log(String line, Consumer<String> log) {
    long now = nanoTime.getAsLong();
    if (line.equals(last) && now - writtenAt < PAUSE) {
      leftOut++;
      return;
    }
    log.accept(
        line.equals(last) && leftOut > 0 ? line + " (" + leftOut + " more since then)" : line);
    last = line;
    writtenAt = now;
    leftOut = 0;
  }
}
