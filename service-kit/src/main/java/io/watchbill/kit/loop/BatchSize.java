package io.watchbill.kit.loop;

import java.time.Duration;

/**
 * The batch size of a loop. After a failed iteration the next takes a quarter, down to one; after a
 * quick one twice as much; after a slow one somewhat less. Used by one thread.
 */
public final class BatchSize {
  private final int most;
  private final Duration quick;
  private final Duration slow;
  private int size;

  /**
   * Starts with the largest size.
   *
   * @param deadline of an iteration: half of it is slow, a fifth of it is quick
   */
  public BatchSize(int most, Duration deadline) {
    this.most = most;
    this.size = most;
    this.quick = deadline.dividedBy(5);
    this.slow = deadline.dividedBy(2);
  }

  /** Returns the size for the next iteration. */
  public int next() {
    return size;
  }

  /** Records an iteration that completed. */
  public void finished(Duration took) {
    if (took.compareTo(quick) <= 0) {
      size = Math.min(most, size * 2);
    } else if (took.compareTo(slow) > 0) {
      size = Math.max(1, size * 3 / 4);
    }
  }

  /** Records an iteration that failed. */
  public void failed() {
    size = Math.max(1, size / 4);
  }
}
