package io.watchbill.escalation.directory;

import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.kit.peer.DisplayNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;

/** The names that this process has read from the rotation-service. */
@ApplicationScoped
class KnownNames implements Names {
  private final DisplayNames names;

  KnownNames(DisplayNames names) {
    this.names = names;
  }

  @Override
  public String person(String id) {
    return names.person(id);
  }

  @Override
  public String rotation(String id) {
    return names.rotation(id);
  }

  @Override
  public String team(String id) {
    return names.team(id);
  }

  @Override
  public Optional<ZoneId> zone(String rotation) {
    return names.zoneOfRotation(rotation);
  }
}
