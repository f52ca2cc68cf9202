package io.watchbill.kit.loop;

/** One turn of a loop. */
@FunctionalInterface
public interface Iteration {
  /**
   * Does what is due now, bounded in work and time.
   *
   * @return true when there is more to do at once
   */
  boolean run();
}
