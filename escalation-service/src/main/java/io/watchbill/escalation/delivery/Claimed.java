package io.watchbill.escalation.delivery;

import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this process may send while its lease lasts. Its attempt is committed.
 *
 * @param lease token of the claim
 * @param attempt number of this attempt, from 1
 * @param outcomeUnknown an attempt before this one ended without a recorded result
 */
public record Claimed(
    UUID id,
    UUID lease,
    int attempt,
    boolean outcomeUnknown,
    String kind,
    String address,
    String secret,
    String provider,
    Instant due,
    Instant giveUpAt,
    PageOf page,
    IncidentSnapshot snapshot) {

  /** The page that is delivered. */
  public record PageOf(
      UUID id,
      UUID incident,
      int round,
      String purpose,
      String target,
      String stepName,
      String branch,
      boolean whileOpen,
      String rotation,
      String role,
      String reason) {}
}
