package io.watchbill.escalation.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages for tests of channels. */
public final class Messages {
  private Messages() {}

  public static Message page(String title, boolean outcomeUnknown) {
    return page(title, outcomeUnknown, null);
  }

  /** A page that may have been sent before the database was restored to a moment. */
  public static Message repeated(Instant restoredTo) {
    return page("Disk full", false, restoredTo);
  }

  private static Message page(String title, boolean outcomeUnknown, @Nullable Instant restoredTo) {
    return new Message(
        new Envelope(new UUID(0, 1), "a@example.org", null, outcomeUnknown, restoredTo),
        new Message.Incident(new UUID(0, 3), "INC-7", title, "P1", "https://x/i"),
        new Message.Page(
            new UUID(0, 2),
            "primary",
            "alice",
            "Alice Ampère",
            "primary",
            "Alice Ampère is on call",
            "https://x/acknowledge/t"),
        Instant.EPOCH);
  }
}
