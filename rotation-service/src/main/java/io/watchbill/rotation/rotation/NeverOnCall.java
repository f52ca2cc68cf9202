package io.watchbill.rotation.rotation;

import io.watchbill.kit.problem.Violations;
import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds layers in which nobody can ever be on call, though each part is valid. */
final class NeverOnCall {
  private NeverOnCall() {}

  /**
   * Checks a definition.
   *
   * @param definition one without other violations
   */
  static void check(RotationDefinition definition, Violations violations) {
    Version version = Plans.version(1, Instant.MIN, definition, Map.of());
    for (int i = 0; i < definition.roles().size(); i++) {
      if (version.roles().get(i) instanceof Role.Layered role) {
        layers(violations.at("/roles").item(i).field("layers"), role.layers());
      }
    }
  }

  private static void layers(Place at, List<Layer> layers) {
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      at.item(i)
          .unless(
              layer.everWorks(),
              "nobody can ever be on call in this layer: its days, restrictions, hours and end have no"
                  + " time in common");
      layers.stream()
          .filter(other -> other.priority() > layer.priority() && other.alwaysCovers(layer))
          .findFirst()
          .ifPresent(
              other ->
                  at.item(layers.indexOf(layer))
                      .field("priority")
                      .add(
                          "nobody can ever be on call in this layer: '"
                              + other.name()
                              + "' with a higher priority always works"));
    }
  }
}
