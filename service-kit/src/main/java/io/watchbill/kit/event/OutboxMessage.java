package io.watchbill.kit.event;

/**
 * A fact to be told to a peer service.
 *
 * @param type of the event; an {@link OutboundEvent} of this type says to whom and what
 * @param subject what it is about: several unsent messages of one type and subject are told as one
 * @param priority 0 goes before 1, and so on; {@link #RECORD}, the last, waits for a {@link
 *     PagingLoad}
 * @param payload JSON that the fact must remember, or null when it is read as it is sent
 */
public record OutboxMessage(String type, String subject, int priority, String payload) {
  /** Priority of what is only written down. */
  public static final int RECORD = 5;

  public OutboxMessage {
    if (priority < 0 || priority > RECORD) {
      throw new IllegalArgumentException("a priority is 0 to " + RECORD + ", not " + priority);
    }
  }
}
