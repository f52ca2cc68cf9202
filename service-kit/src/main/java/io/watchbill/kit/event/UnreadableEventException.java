package io.watchbill.kit.event;

/**
 * The event cannot be parsed, now or ever: it is answered {@link EventAnswer.Status#INVALID}. What
 * else goes wrong while an event is taken is a fault of this side, and tried again.
 */
public class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEventException(String detail, Throwable cause) {
    super(detail, cause);
  }
}
