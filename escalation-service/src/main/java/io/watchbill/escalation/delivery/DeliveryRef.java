package io.watchbill.escalation.delivery;

import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.recipient.PageTarget;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery and its page, as the log and the timeline name them.
 *
 * @param kind of the channel; this replica may not have it
 * @param attempts how many there were, with the one under way
 * @param outcomeUnknown an attempt ended without a recorded result
 */
public record DeliveryRef(UUID id, String kind, int attempts, boolean outcomeUnknown, PageOf page) {

  /**
   * The page that is delivered.
   *
   * @param role null unless the target was found by a role
   */
  public record PageOf(
      UUID id,
      RoundBranch branch,
      Purpose purpose,
      PageTarget target,
      String stepName,
      @Nullable String role,
      String reason) {}
}
