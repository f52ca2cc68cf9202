package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.visibility.Viewable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident as it is stored.
 *
 * @param legalHold whether retention leaves it alone
 */
public record Incident(
    Identity identity, Owner owner, Revision revision, boolean legalHold, Lifecycle lifecycle) {

  /**
   * What never changes.
   *
   * @param number of the reference, never used twice
   * @param integration the sender of the alerts that opened it
   * @param beganAt when the alerts that opened it began, as their sender says
   */
  public record Identity(
      UUID id,
      long number,
      String title,
      Optional<String> integration,
      Instant createdAt,
      Instant beganAt) {

    Identity numbered(long assigned) {
      return new Identity(id, assigned, title, integration, createdAt, beganAt);
    }
  }

  /**
   * Whose it is.
   *
   * @param policy set on the incident; without one the escalation-service chooses
   */
  public record Owner(String team, Optional<String> policy) {}

  /**
   * How often it has changed.
   *
   * @param version raised by every change that matters for paging
   * @param entries how many entries its timeline has
   */
  public record Revision(long version, long entries) {

    Revision next(boolean mattersForPaging, int moreEntries) {
      return new Revision(mattersForPaging ? version + 1 : version, entries + moreEntries);
    }
  }

  public UUID id() {
    return identity.id();
  }

  /** Returns the reference for people: {@code INC-12}. */
  public String reference() {
    return "INC-" + identity.number();
  }

  public String title() {
    return identity.title();
  }

  public Optional<String> integration() {
    return identity.integration();
  }

  public Instant createdAt() {
    return identity.createdAt();
  }

  public String team() {
    return owner.team();
  }

  public Optional<String> policy() {
    return owner.policy();
  }

  public long version() {
    return revision.version();
  }

  public long entries() {
    return revision.entries();
  }

  Incident numbered(long number) {
    return new Incident(identity.numbered(number), owner, revision, legalHold, lifecycle);
  }

  Incident with(Lifecycle next, boolean mattersForPaging, int moreEntries) {
    Revision changed = revision.next(mattersForPaging, moreEntries);
    return new Incident(identity, owner, changed, legalHold, next);
  }

  /** Returns the same incident with another team or policy. */
  Incident assigned(Owner to) {
    return new Incident(identity, to, revision, legalHold, lifecycle);
  }

  /** Returns the same incident with or without a legal hold. */
  Incident held(boolean hold) {
    return new Incident(identity, owner, revision, hold, lifecycle);
  }

  /** Returns what decides who may see it. */
  public Viewable viewable() {
    return new Viewable(id(), team());
  }

  boolean isOpen() {
    return lifecycle.state().isOpen();
  }
}
