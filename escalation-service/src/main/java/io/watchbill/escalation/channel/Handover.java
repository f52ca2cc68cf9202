package io.watchbill.escalation.channel;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to hand a message over. */
public sealed interface Handover {

  /** To be read in the delivery log. */
  String detail();

  /** The channel took it. */
  record Done(String detail) implements Handover {}

  /**
   * Not now.
   *
   * @param after when the provider asked to wait at least that long
   */
  record Failed(String detail, Optional<Duration> after) implements Handover {
    public Failed(String detail) {
      this(detail, Optional.empty());
    }
  }

  /** Never; trying again brings nothing. */
  record Refused(String detail) implements Handover {}
}
