package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a step ended.
 *
 * @param due when it was due; null if it never had a due instant
 */
public record Outcome(StepKey key, Kind kind, @Nullable Instant due, String reason) {

  /** How a step can end. */
  public enum Kind {
    PAGED("paged"),
    /** Due, but there was nobody to page or the branch was acknowledged. */
    SKIPPED("skipped"),
    /** The run or the escalation was over before it could be taken. */
    NOT_TAKEN("not-taken");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Returns the kind as it is stored and crosses the wire. */
    public String text() {
      return text;
    }
  }
}
