package io.watchbill.kit.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and what they may do.
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

    /** Returns the name in the database and on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWire(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  public String getName() {
    return name(kind, id);
  }

  /** Returns a caller's name in records: {@code kind:id}. */
  static String name(Kind kind, String id) {
    return kind.wire() + ":" + id;
  }

  /** Returns whether the principal has the right for at least one team. */
  public boolean maySomewhere(String right) {
    return grants.stream().anyMatch(grant -> grant.allowsSomewhere(right));
  }

  /**
   * Returns the default owner of something new: none for an admin, else the only team for which the
   * principal has the right.
   *
   * @return empty when there is no default; else the team, or empty for the admins
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

  /** Returns whether the principal is an admin of the installation. */
  public boolean isAdmin() {
    return may(Rights.ADMIN, "");
  }

  /**
   * Returns whether the principal has the right for something owned by a team or by the admins.
   *
   * @param owner the team; empty for what only admins own
   */
  public boolean mayFor(String right, Optional<String> owner) {
    return owner.map(team -> may(right, team)).orElseGet(this::isAdmin);
  }

  /** Returns whether the principal has the right for a team. */
  public boolean may(String right, @Nullable String team) {
    return grants.stream().anyMatch(grant -> grant.allows(right, team));
  }
}
