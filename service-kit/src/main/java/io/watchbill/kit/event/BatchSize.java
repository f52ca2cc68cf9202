package io.watchbill.kit.event;

/**
 * How many events are sent at once. A receiver that is behind does not answer a large batch in
 * time, and the same batch again makes it no faster: after one that failed the next is a quarter,
 * after each that was answered twice as large. Used by one thread.
 */
final class BatchSize {
  static final int MOST = 100;
  static final int LEAST = 12;

  private int size = MOST;

  int next() {
    return size;
  }

  void after(boolean answered) {
    size = answered ? Math.min(MOST, size * 2) : Math.max(LEAST, size / 4);
  }
}
