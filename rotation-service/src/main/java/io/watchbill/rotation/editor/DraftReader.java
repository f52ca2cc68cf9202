package io.watchbill.rotation.editor;

import io.watchbill.kit.http.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the draft that a form holds; its fields have the JSON pointers of the definition. */
final class DraftReader {
  private static final List<String> OF_SCHEDULE =
      List.of("name", "team", "timeZone", "mode", "hours", "effectiveFrom");
  private static final List<String> OF_ROLE = List.of("name", "follows/role", "follows/offset");
  private static final List<String> OF_LAYER =
      List.of(
          "name",
          "priority",
          "start",
          "end",
          "cadence/every",
          "cadence/unit",
          "timeZone",
          "restrictions",
          "add");
  private static final List<String> LISTS = List.of("on", "exceptHolidays", "onlyHolidays");

  private final Form form;

  private DraftReader(Form form) {
    this.form = form;
  }

  static Draft read(Form form) {
    DraftReader reader = new DraftReader(form);
    List<Draft.Role> roles = new ArrayList<>();
    for (String at = "roles/0/"; reader.has(at); at = "roles/" + roles.size() + "/") {
      roles.add(reader.role(at));
    }
    return new Draft(reader.values("", OF_SCHEDULE), roles);
  }

  private Draft.Role role(String role) {
    List<Draft.Layer> layers = new ArrayList<>();
    String all = role + "layers/";
    for (String at = all + "0/"; has(at); at = all + layers.size() + "/") {
      layers.add(layer(at));
    }
    return new Draft.Role(values(role, OF_ROLE), layers);
  }

  private Draft.Layer layer(String layer) {
    List<String> turns = new ArrayList<>();
    String all = layer + "turns/";
    while (form.get(all + turns.size()).isPresent()) {
      turns.add(form.get(all + turns.size()).orElseThrow());
    }
    Map<String, String> values = values(layer, OF_LAYER);
    LISTS.forEach(list -> values.put(list, String.join(" ", form.all(layer + list))));
    return new Draft.Layer(values, turns);
  }

  /** Whatever a form has of a role or layer, it has its name. */
  private boolean has(String at) {
    return form.get(at + "name").isPresent();
  }

  private Map<String, String> values(String at, List<String> fields) {
    Map<String, String> values = new HashMap<>();
    fields.forEach(field -> form.get(at + field).ifPresent(text -> values.put(field, text)));
    return values;
  }
}
