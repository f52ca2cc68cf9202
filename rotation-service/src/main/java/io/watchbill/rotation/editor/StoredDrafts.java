package io.watchbill.rotation.editor;

import io.watchbill.rotation.hours.HoursWindow;
import io.watchbill.rotation.rotation.LayerDefinition;
import io.watchbill.rotation.rotation.RoleDefinition;
import io.watchbill.rotation.rotation.RotationView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes drafts of stored definitions. */
final class StoredDrafts {
  private StoredDrafts() {}

  /** Returns the draft, unless the form cannot express the definition. */
  static Optional<Draft> of(RotationView stored) {
    Draft draft = draft(stored);
    RotationView again = Drafts.definition(draft, Optional.of(stored), Optional.empty());
    return Optional.of(draft).filter(same -> again.equals(written(stored)));
  }

  /** Returns the definition without what only answers have. */
  static RotationView written(RotationView stored) {
    return new RotationView(
        null,
        stored.name(),
        stored.team(),
        stored.timeZone(),
        stored.mode(),
        stored.hours(),
        stored.participants(),
        stored.roles(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Draft draft(RotationView stored) {
    Map<String, String> values = new HashMap<>();
    values.put("name", stored.name());
    values.put("team", stored.team());
    values.put("timeZone", stored.timeZone());
    put(values, "mode", stored.mode());
    if (stored.hours() != null) {
      put(values, "hours", lines(stored.hours().windows()));
    }
    return new Draft(
        values,
        stored.roles().stream()
            .map(StoredDrafts::role)
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  private static Draft.Role role(RoleDefinition role) {
    Map<String, String> values = new HashMap<>();
    values.put("name", role.name());
    if (role.follows() != null) {
      values.put("follows/role", role.follows().role());
      put(values, "follows/offset", role.follows().offset());
    }
    List<LayerDefinition> layers = role.layers() == null ? List.of() : role.layers();
    return new Draft.Role(
        values,
        layers.stream().map(StoredDrafts::layer).collect(Collectors.toCollection(ArrayList::new)));
  }

  private static Draft.Layer layer(LayerDefinition layer) {
    Map<String, String> values = new HashMap<>();
    values.put("name", layer.name());
    put(values, "priority", layer.priority());
    put(values, "start", layer.start());
    put(values, "end", layer.end());
    if (layer.cadence() != null) {
      put(values, "cadence/every", layer.cadence().every());
      put(values, "cadence/unit", layer.cadence().unit());
    }
    put(values, "timeZone", layer.timeZone());
    put(values, "on", joined(layer.on()));
    put(values, "restrictions", lines(layer.restrictions()));
    put(values, "exceptHolidays", joined(layer.exceptHolidays()));
    put(values, "onlyHolidays", joined(layer.onlyHolidays()));
    return new Draft.Layer(
        values,
        layer.turns().stream()
            .map(people -> String.join(" ", people))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  private static @Nullable String lines(@Nullable List<HoursWindow> windows) {
    return windows == null
        ? null
        : windows.stream()
            .map(window -> window.from() + " - " + window.to())
            .collect(Collectors.joining("\n"));
  }

  private static @Nullable String joined(@Nullable List<String> words) {
    return words == null ? null : String.join(" ", words);
  }

  private static void put(Map<String, String> values, String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, value.toString());
    }
  }
}
