package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident as it is stored: what never changes of it, and where its life stands.
 *
 * @param number of its reference, never used twice
 * @param policy named for it; without one the escalation-service chooses
 * @param integration whose alerts opened it
 * @param version raised by every change that matters for paging
 * @param entries how many entries its timeline has
 * @param legalHold whether it is kept beyond the retention
 */
public record Incident(
    UUID id,
    long number,
    String title,
    String team,
    Optional<String> policy,
    Optional<String> integration,
    Instant createdAt,
    long version,
    long entries,
    boolean legalHold,
    Lifecycle lifecycle) {

  /** For people: {@code INC-12}. */
  public String reference() {
    return "INC-" + number;
  }

  Incident with(Lifecycle next, boolean mattersForPaging, int moreEntries) {
    return new Incident(
        id,
        number,
        title,
        team,
        policy,
        integration,
        createdAt,
        mattersForPaging ? version + 1 : version,
        entries + moreEntries,
        legalHold,
        next);
  }

  /** The same, of another team or by another policy. */
  Incident assigned(String toTeam, Optional<String> byPolicy) {
    return new Incident(
        id,
        number,
        title,
        toTeam,
        byPolicy,
        integration,
        createdAt,
        version,
        entries,
        legalHold,
        lifecycle);
  }

  /** The same, kept beyond the retention or not. */
  Incident held(boolean hold) {
    return new Incident(
        id, number, title, team, policy, integration, createdAt, version, entries, hold, lifecycle);
  }

  boolean isOpen() {
    return lifecycle.state().isOpen();
  }
}
