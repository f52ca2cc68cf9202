package io.watchbill.kit.loop;

import java.time.Duration;

/**
 * How much a turn takes at once. What could not be done in time is not done in time the next time
 * either: after a failure the next turn takes a quarter, down to one. Only a turn that was quick
 * lets the next take twice as much; one that was slow, but came to its end, rather less. Used by
 * one thread.
 */
public final class BatchSize {
  private final int most;
  private final Duration quick;
  private final Duration slow;
  private int size;

  /**
   * Begins with the most.
   *
   * @param deadline of a turn: half of it is slow, a fifth of it is quick
   */
  public BatchSize(int most, Duration deadline) {
    this.most = most;
    this.size = most;
    this.quick = deadline.dividedBy(5);
    this.slow = deadline.dividedBy(2);
  }

  /** How much the next turn takes at most. */
  public int next() {
    return size;
  }

  /** A turn came to its end. */
  public void finished(Duration took) {
    if (took.compareTo(quick) <= 0) {
      size = Math.min(most, size * 2);
    } else if (took.compareTo(slow) > 0) {
      size = Math.max(1, size * 3 / 4);
    }
  }

  /** A turn did not. */
  public void failed() {
    size = Math.max(1, size / 4);
  }
}
