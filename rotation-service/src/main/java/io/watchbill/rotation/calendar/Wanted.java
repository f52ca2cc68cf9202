package io.watchbill.rotation.calendar;

import java.util.concurrent.CancellationException;

/** Whether an answer is still wanted: what computes for long asks now and then. */
public final class Wanted {
  private Wanted() {}

  /**
   * Goes on, unless the thread was interrupted.
   *
   * @throws CancellationException when it was; it no longer is then
   */
  public static void goOn() {
    if (Thread.interrupted()) {
      throw new CancellationException("the answer is not wanted any more");
    }
  }
}
