package io.watchbill.escalation.messages;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a message, or a message that was not tried yet.
 *
 * @param who by name; empty for the last resort
 * @param destination masked
 * @param purpose main, fallback, manual or last-resort
 * @param reference of the incident; its id if it is not known
 * @param outcome of the attempt, else the state of the message
 * @param number of the attempt; 0 before the first
 * @param latency from when it was due to the end of the attempt
 * @param detail what went wrong, or what the receiver said
 * @param resend the failed delivery that the caller may have sent again; null for other rows
 */
@TemplateData
public record MessageRow(
    Instant createdAt,
    String who,
    String channel,
    String destination,
    String purpose,
    UUID incident,
    String reference,
    String outcome,
    int number,
    String latency,
    String detail,
    @Nullable String providerMessageId,
    @Nullable UUID resend) {

  /** Returns good, bad, or nothing while it is under way. */
  public String tone() {
    return switch (outcome) {
      case "handed-over", "sent" -> "good";
      case "failed", "refused", "unknown" -> "bad";
      default -> "";
    };
  }
}
