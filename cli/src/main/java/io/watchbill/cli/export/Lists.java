package io.watchbill.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.output.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads whole lists, page by page. */
record Lists(Api api) {
  private static final String PAGE = "?limit=500";

  /** Gives every item of a list away; those of nested lists say what they belong to. */
  void read(Exported list, Consumer<JsonNode> items) {
    if (list.parent().isEmpty()) {
      api.each(list.service(), list.path() + PAGE, items);
      return;
    }
    Exported parent = Exported.named(list.parent().get()).orElseThrow();
    List<String> ids = new ArrayList<>();
    api.each(parent.service(), parent.path() + PAGE, item -> ids.add(Texts.of(item, "id")));
    String owner = parent.name().equals("people") ? "person" : "rotation";
    for (String id : ids) {
      api.each(
          list.service(),
          list.path().replace("{id}", id) + PAGE,
          item -> items.accept(withOwner(item, owner, id)));
    }
  }

  private static JsonNode withOwner(JsonNode item, String owner, String id) {
    ObjectNode whole = item.deepCopy();
    return whole.put(owner, id);
  }
}
