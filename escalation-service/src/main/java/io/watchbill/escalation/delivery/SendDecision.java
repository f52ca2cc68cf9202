package io.watchbill.escalation.delivery;

import java.time.Duration;
import java.time.Instant;

/** Whether a delivery is still to be sent: the last look before the call. */
public sealed interface SendDecision {

  /** Send it, while it is ours. */
  record Yes(Instant at, Duration leaseLeft) implements SendDecision {}

  /** Never again. */
  record Drop(String reason) implements SendDecision {}

  /** Not while an acknowledgement waits to be confirmed. */
  record Hold(String reason) implements SendDecision {}

  /** Another replica has it, or somebody dropped it. */
  record Lost() implements SendDecision {}
}
