package io.watchbill.rotation.rotation;

import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.input.Findings;
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
  static void check(Definition definition, Findings findings) {
    Version version = Plans.version(1, Instant.MIN, definition, Map.of());
    for (int i = 0; i < definition.roles().size(); i++) {
      if (version.roles().get(i) instanceof Role.Layered role) {
        layers("/roles/" + i + "/layers/", role.layers(), findings);
      }
    }
  }

  private static void layers(String pointer, List<Layer> layers, Findings findings) {
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      findings.unless(
          layer.everWorks(),
          pointer + i,
          "nobody can ever be on call in this layer: its days, restrictions, hours and end have no"
              + " time in common");
      layers.stream()
          .filter(other -> other.priority() > layer.priority() && other.alwaysCovers(layer))
          .findFirst()
          .ifPresent(
              other ->
                  findings.add(
                      pointer + layers.indexOf(layer) + "/priority",
                      "nobody can ever be on call in this layer: '"
                          + other.name()
                          + "' with a higher priority always works"));
    }
  }
}
