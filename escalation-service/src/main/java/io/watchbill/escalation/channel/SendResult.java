package io.watchbill.escalation.channel;

import java.time.Duration;
import java.util.Optional;

/** The result of an attempt to send a message. */
public sealed interface SendResult {

  /** Returns the detail that the delivery log shows. */
  String detail();

  /**
   * The provider took it.
   *
   * @param messageId the id by which the provider knows the message, where the channel knows it
   */
  record Done(String detail, Optional<String> messageId) implements SendResult {
    public Done(String detail) {
      this(detail, Optional.empty());
    }
  }

  /**
   * It did not arrive, but may later.
   *
   * @param after the shortest pause that the provider asked for
   */
  record Failed(String detail, Optional<Duration> after) implements SendResult {
    public Failed(String detail) {
      this(detail, Optional.empty());
    }
  }

  /**
   * It may have arrived or not: there was no answer, or an inconclusive one. The next attempt is
   * marked as possibly a second copy.
   */
  record Unknown(String detail) implements SendResult {}

  /** It never will arrive; another attempt is useless. */
  record Refused(String detail) implements SendResult {}
}
