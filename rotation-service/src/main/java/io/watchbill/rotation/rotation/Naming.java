package io.watchbill.rotation.rotation;

import java.util.List;
import java.util.Map;

/** Builds the JSON that a stored definition contains when it names something; an index finds it. */
final class Naming {
  private Naming() {}

  /** Returns the JSON of a turn of the person, in any role and layer. */
  static Map<String, Object> person(String id) {
    return layer("turns", List.of(List.of(id)));
  }

  /** Returns the JSON of the holiday calendar, wherever one can be named. */
  static List<Map<String, Object>> holidays(String calendar) {
    return List.of(
        Map.of("hours", Map.of("holidays", List.of(calendar))),
        layer("exceptHolidays", List.of(calendar)),
        layer("onlyHolidays", List.of(calendar)));
  }

  private static Map<String, Object> layer(String field, Object value) {
    return Map.of("roles", List.of(Map.of("layers", List.of(Map.of(field, value)))));
  }
}
