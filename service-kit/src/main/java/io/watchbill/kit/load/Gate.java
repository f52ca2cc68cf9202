package io.watchbill.kit.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a few in at a time, in the order in which they came; of one caller only some may wait. */
final class Gate {
  private final Semaphore room;
  private final int mostOfAll;
  private final int mostOfOne;
  private final Map<String, Integer> inside = new HashMap<>();
  private int all;

  /**
   * A gate.
   *
   * @param atOnce how many are let through at the same time
   * @param mostOfAll how many may be there, let through or waiting
   * @param mostOfOne how many of those may be of one caller
   */
  Gate(int atOnce, int mostOfAll, int mostOfOne) {
    this.room = new Semaphore(atOnce, true);
    this.mostOfAll = mostOfAll;
    this.mostOfOne = mostOfOne;
  }

  /** Waits until there is room; false when there is none in time, or too many wait already. */
  boolean enter(String caller, Duration patience) throws InterruptedException {
    if (!queue(caller)) {
      return false;
    }
    boolean entered = false;
    try {
      entered = room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
      return entered;
    } finally {
      if (!entered) {
        leaveQueue(caller);
      }
    }
  }

  /** Makes room for the next one. */
  void leave(String caller) {
    leaveQueue(caller);
    room.release();
  }

  /** How many wait for room. */
  int waiting() {
    return room.getQueueLength();
  }

  private synchronized boolean queue(String caller) {
    int ofCaller = inside.getOrDefault(caller, 0);
    if (all >= mostOfAll || ofCaller >= mostOfOne) {
      return false;
    }
    all++;
    inside.put(caller, ofCaller + 1);
    return true;
  }

  private synchronized void leaveQueue(String caller) {
    all--;
    inside.computeIfPresent(caller, (name, many) -> many > 1 ? many - 1 : null);
  }
}
