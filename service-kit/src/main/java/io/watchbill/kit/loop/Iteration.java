package io.watchbill.kit.loop;

/** One iteration of a loop. */
@FunctionalInterface
public interface Iteration {
  /**
   * Does the work that is due now, bounded in amount and time.
   *
   * @return true when there is more to do at once
   */
  boolean run();
}
