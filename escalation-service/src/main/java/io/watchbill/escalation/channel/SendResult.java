package io.watchbill.escalation.channel;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to hand a message over. */
public sealed interface SendResult {

  /** To be read in the delivery log. */
  String detail();

  /** The channel took it. */
  record Done(String detail) implements SendResult {}

  /**
   * It did not arrive, and not now.
   *
   * @param after when the provider asked to wait at least that long
   */
  record Failed(String detail, Optional<Duration> after) implements SendResult {
    public Failed(String detail) {
      this(detail, Optional.empty());
    }
  }

  /**
   * It may have arrived or not: the call was made and no answer came, or none that tells. It is
   * tried again, marked as perhaps a second one.
   */
  record Unknown(String detail) implements SendResult {}

  /** Never; trying again brings nothing. */
  record Refused(String detail) implements SendResult {}
}
