package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Who has which role on an incident now, at most one person each. */
public record Roles(Map<IncidentRole, Holder> holders) {
  /** Nobody has any. */
  public static final Roles NONE = new Roles(Map.of());

  /** A person who has a role since an instant. */
  public record Holder(String person, Instant since) {}

  public Roles {
    Map<IncidentRole, Holder> sorted = new EnumMap<>(IncidentRole.class);
    sorted.putAll(holders);
    holders = Collections.unmodifiableMap(sorted);
  }

  /** Returns who has a role. */
  public Optional<Holder> of(IncidentRole role) {
    return Optional.ofNullable(holders.get(role));
  }

  Roles with(IncidentRole role, Holder holder) {
    Map<IncidentRole, Holder> next = new EnumMap<>(IncidentRole.class);
    next.putAll(holders);
    next.put(role, holder);
    return new Roles(next);
  }

  Roles without(IncidentRole role) {
    Map<IncidentRole, Holder> next = new EnumMap<>(IncidentRole.class);
    next.putAll(holders);
    next.remove(role);
    return new Roles(next);
  }
}
