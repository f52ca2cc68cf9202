package io.watchbill.rotation.rotation;

import io.watchbill.rotation.calendar.Cadence;
import io.watchbill.rotation.calendar.Grid;
import io.watchbill.rotation.calendar.Layer;
import io.watchbill.rotation.calendar.Role;
import io.watchbill.rotation.calendar.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Turns a checked definition into what the calendar computes with. */
final class Plans {
  private Plans() {}

  static List<Role> roles(Definition definition) {
    ZoneId zone = ZoneId.of(definition.timeZone());
    return definition.roles().stream().map(role -> role(role, zone)).toList();
  }

  private static Role role(RoleDefinition role, ZoneId zone) {
    return role.follows() != null
        ? new Role.Following(role.name(), role.follows().role(), role.follows().offset())
        : new Role.Layered(
            role.name(), role.layers().stream().map(layer -> layer(layer, zone)).toList());
  }

  private static Layer layer(LayerDefinition layer, ZoneId rotationZone) {
    ZoneId zone = layer.timeZone() == null ? rotationZone : ZoneId.of(layer.timeZone());
    return new Layer(layer.name(), grid(layer, zone), layer.turns());
  }

  private static Grid grid(LayerDefinition layer, ZoneId zone) {
    if (layer.start() == null) {
      return new Grid.Standing(Instant.MIN);
    }
    LocalDateTime start = LocalDateTime.parse(layer.start());
    return layer.cadence() == null
        ? new Grid.Standing(WallClock.instant(start, zone))
        : new Grid.Repeating(start, zone, cadence(layer.cadence()));
  }

  private static Cadence cadence(CadenceDefinition cadence) {
    return new Cadence(
        cadence.every(), Cadence.Unit.valueOf(cadence.unit().toUpperCase(Locale.ROOT)));
  }
}
