package io.watchbill.escalation.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * What a channel is to hand over.
 *
 * @param delivery also the provider's idempotency key: the same over all attempts
 * @param outcomeUnknown an attempt before this one may have arrived; the receiver is told so
 * @param title null for a restricted incident
 * @param role null unless the target was found by a role
 * @param acknowledge the signed link
 */
public record Message(
    UUID delivery,
    UUID page,
    String address,
    String secret,
    boolean outcomeUnknown,
    UUID incident,
    String reference,
    String title,
    String severity,
    String step,
    String target,
    String role,
    String reason,
    String link,
    String acknowledge,
    Instant at) {

  /** One line that says which incident and what is the matter. */
  public String headline() {
    String what = title == null || title.isBlank() ? "restricted incident" : title;
    return "[" + severity + "] " + (reference == null ? incident : reference) + ": " + what;
  }
}
