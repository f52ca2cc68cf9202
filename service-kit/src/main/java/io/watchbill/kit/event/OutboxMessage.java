package io.watchbill.kit.event;

import org.jspecify.annotations.Nullable;

/**
 * An event for a peer service.
 *
 * @param type of the event; the {@link OutboundEvent} of this type provides receiver and data
 * @param subject what it is about: unsent messages of one type and subject may be sent as one
 * @param priority 0 goes before 1, and so on; {@link #RECORD}, the last, waits for a {@link
 *     PagingLoad}
 * @param payload JSON to store, or null when the data is read just before sending
 */
public record OutboxMessage(String type, String subject, int priority, @Nullable String payload) {
  /** The priority of records, which page nobody. */
  public static final int RECORD = 5;

  public OutboxMessage {
    if (priority < 0 || priority > RECORD) {
      throw new IllegalArgumentException("a priority is 0 to " + RECORD + ", not " + priority);
    }
  }
}
