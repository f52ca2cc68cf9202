package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.visibility.Viewable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident as it is stored.
 *
 * @param number of its reference, never used twice
 * @param policy set on the incident; without one the escalation-service chooses
 * @param integration the sender of the alerts that opened it
 * @param version raised by every change that matters for paging
 * @param entries how many entries its timeline has
 * @param legalHold whether retention leaves it alone
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

  /** Returns the reference for people: {@code INC-12}. */
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

  /** Returns the same incident with another team or policy. */
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

  /** Returns the same incident with or without a legal hold. */
  Incident held(boolean hold) {
    return new Incident(
        id, number, title, team, policy, integration, createdAt, version, entries, hold, lifecycle);
  }

  /** Returns what decides who may see it. */
  public Viewable viewable() {
    return new Viewable(id, team);
  }

  boolean isOpen() {
    return lifecycle.state().isOpen();
  }
}
