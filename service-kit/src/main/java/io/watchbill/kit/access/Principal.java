package io.watchbill.kit.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who calls.
 *
 * @param kind what sort of caller
 * @param id of the person, integration, service or automation
 * @param grants the rights that it holds
 */
public record Principal(Kind kind, String id, List<Grant> grants)
    implements java.security.Principal {

  /** The sorts of callers. */
  public enum Kind {
    PERSON,
    INTEGRATION,
    SERVICE,
    AUTOMATION;

    /** As it stands in the database and on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWire(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  public String getName() {
    return kind.wire() + ":" + id;
  }

  /** Whether the principal holds a right for some team at least. */
  public boolean maySomewhere(String right) {
    return grants.stream().anyMatch(grant -> grant.allowsSomewhere(right));
  }

  /**
   * The team that something new belongs to when nobody says: none for an admin, else the only one
   * for which the principal holds the right.
   *
   * @return empty when it cannot be told; else the team, or empty for the admins
   */
  public Optional<Optional<String>> usualOwner(String right) {
    if (isAdmin()) {
      return Optional.of(Optional.empty());
    }
    List<String> teams =
        grants.stream().flatMap(grant -> grant.team().stream()).distinct().toList();
    List<String> held = teams.stream().filter(team -> may(right, team)).toList();
    return held.size() == 1 && !may(right, "")
        ? Optional.of(Optional.of(held.getFirst()))
        : Optional.empty();
  }

  /** Whether the principal is an admin of the installation. */
  public boolean isAdmin() {
    return may(Rights.ADMIN, "");
  }

  /**
   * Whether the principal holds a right for what belongs to a team, or to the admins.
   *
   * @param owner the team; empty: what belongs to no team is the admins' alone
   */
  public boolean mayFor(String right, Optional<String> owner) {
    return owner.map(team -> may(right, team)).orElseGet(this::isAdmin);
  }

  /** Whether the principal holds a right for a team. */
  public boolean may(String right, String team) {
    return grants.stream().anyMatch(grant -> grant.allows(right, team));
  }
}
