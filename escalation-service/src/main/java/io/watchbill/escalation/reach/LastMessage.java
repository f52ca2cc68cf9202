package io.watchbill.escalation.reach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the newest message of open work to a contact method.
 *
 * @param state of the delivery
 * @param reason why it is so, if that is known
 */
public record LastMessage(String state, @Nullable String reason, Instant at) {

  /** Returns whether it did not get through. */
  public boolean failed() {
    return state.equals("failed");
  }
}
