package io.watchbill.escalation.plan.policy;

import java.time.Duration;

/**
 * How often a step comes again after its first time.
 *
 * @param every distance between two repetitions, counted from the due instant and so without drift;
 *     those that were missed follow at this distance
 * @param times how many more times; the first is left out of the count
 */
public record Repeat(Duration every, int times) {

  /** Once only. */
  public static final Repeat NEVER = new Repeat(Duration.ZERO, 0);
}
