package io.watchbill.kit.event;

import org.jspecify.annotations.Nullable;

/**
 * The event cannot be parsed, now or later: it is answered {@link EventAnswer.Status#INVALID}. Any
 * other failure is the receiver's own and retried.
 */
public class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEventException(String detail, @Nullable Throwable cause) {
    super(detail, cause);
  }
}
