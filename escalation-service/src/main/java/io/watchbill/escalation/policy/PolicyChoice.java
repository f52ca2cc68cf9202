package io.watchbill.escalation.policy;

import org.jspecify.annotations.Nullable;

/**
 * The policy chosen for a round, as it was when the round began.
 *
 * @param id null if there is none
 * @param snapshot hash of the stored snapshot
 * @param reason why this policy was chosen
 * @param unreadable whether the policy that should have been chosen cannot be read
 */
public record PolicyChoice(
    @Nullable String id, String snapshot, String reason, boolean unreadable) {

  public boolean isNone() {
    return id == null;
  }
}
