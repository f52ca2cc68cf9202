package io.watchbill.escalation.plan.progress;

import io.watchbill.escalation.plan.facts.Branch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A repetition of a step that is due and waits for an hour or for somebody to come on call.
 *
 * @param until when it is expected to page; null while nobody is known to come on call
 */
public record Held(
    String step,
    Branch branch,
    int run,
    int repetition,
    Instant due,
    @Nullable Instant until,
    String reason) {

  Held until(@Nullable Instant newUntil, String newReason) {
    return new Held(step, branch, run, repetition, due, newUntil, newReason);
  }
}
