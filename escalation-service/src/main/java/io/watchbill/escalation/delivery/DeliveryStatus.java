package io.watchbill.escalation.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a delivery is on its way. */
public enum DeliveryStatus {
  QUEUED,
  SENDING,
  /** Not sent while an acknowledgement is pending. */
  HELD,
  SENT,
  FAILED,
  DROPPED;

  /** Returns the status as it is stored and crosses the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the status of that name; empty if there is none. */
  public static Optional<DeliveryStatus> of(String wire) {
    return Arrays.stream(values()).filter(status -> status.wire().equals(wire)).findFirst();
  }

  static List<String> wires() {
    return Arrays.stream(values()).map(DeliveryStatus::wire).toList();
  }

  /** Returns whether it may still be sent: no delivery in such a state is in history. */
  boolean isLive() {
    return this == QUEUED || this == SENDING || this == HELD;
  }
}
