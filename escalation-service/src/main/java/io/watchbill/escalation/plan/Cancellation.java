package io.watchbill.escalation.plan;

import java.util.concurrent.CancellationException;

/** Ends long calculations whose answer nobody waits for any more. */
public final class Cancellation {
  private Cancellation() {}

  /**
   * Returns, unless the thread was interrupted.
   *
   * @throws CancellationException when it was; the thread stays interrupted
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for this answer any more");
    }
  }
}
