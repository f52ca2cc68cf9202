package io.watchbill.escalation.plan.policy;

import java.time.Duration;

/**
 * How often a step is repeated.
 *
 * @param every distance between two repetitions, counted from the due instant and so without drift;
 *     missed repetitions follow at this distance
 * @param times number of repetitions, without the first run
 */
public record Repeat(Duration every, int times) {

  /** No repetition. */
  public static final Repeat NEVER = new Repeat(Duration.ZERO, 0);
}
