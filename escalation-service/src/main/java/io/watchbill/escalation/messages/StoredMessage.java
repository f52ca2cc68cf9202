package io.watchbill.escalation.messages;

import io.watchbill.escalation.delivery.DeliveryView;
import io.watchbill.escalation.recipient.PageTarget;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with what its page says of it, as it is stored.
 *
 * @param createdAt when the page was made
 */
record StoredMessage(
    UUID id,
    UUID incident,
    PageTarget target,
    String purpose,
    String kind,
    String address,
    String state,
    @Nullable String reason,
    Instant due,
    Instant createdAt,
    @Nullable String providerMessageId) {

  /**
   * An attempt of it; null while there was none.
   *
   * @param isLast whether none came later
   */
  record Tried(StoredMessage message, DeliveryView.@Nullable Attempt attempt, boolean isLast) {}
}
