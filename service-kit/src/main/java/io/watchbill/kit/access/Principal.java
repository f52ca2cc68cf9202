package io.watchbill.kit.access;

import java.util.List;
import java.util.Locale;

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

  /** Whether the principal holds a right for a team. */
  public boolean may(String right, String team) {
    return grants.stream().anyMatch(grant -> grant.allows(right, team));
  }
}
