package io.watchbill.escalation.delivery;

import java.time.Duration;
import java.time.Instant;

/** The decision whether to send a claimed delivery, made just before the call. */
public sealed interface SendDecision {

  /** Send it while the lease lasts. */
  record Yes(Instant at, Duration leaseLeft) implements SendDecision {}

  /** Never send it. */
  record Drop(String reason) implements SendDecision {}

  /** Do not send it while an acknowledgement is pending. */
  record Hold(String reason) implements SendDecision {}

  /** Leave it: another replica has it, or it was dropped. */
  record Lost() implements SendDecision {}
}
