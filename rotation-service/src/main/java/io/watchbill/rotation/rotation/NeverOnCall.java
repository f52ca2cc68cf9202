package io.watchbill.rotation.rotation;

import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.input.Violations;
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
        layers("/roles/" + i + "/layers/", role.layers(), violations);
      }
    }
  }

  private static void layers(String pointer, List<Layer> layers, Violations violations) {
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      violations.unless(
          layer.everWorks(),
          pointer + i,
          "nobody can ever be on call in this layer: its days, restrictions, hours and end have no"
              + " time in common");
      layers.stream()
          .filter(other -> other.priority() > layer.priority() && other.alwaysCovers(layer))
          .findFirst()
          .ifPresent(
              other ->
                  violations.add(
                      pointer + layers.indexOf(layer) + "/priority",
                      "nobody can ever be on call in this layer: '"
                          + other.name()
                          + "' with a higher priority always works"));
    }
  }
}
