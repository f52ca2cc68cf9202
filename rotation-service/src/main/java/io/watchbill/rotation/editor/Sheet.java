package io.watchbill.rotation.editor;

import io.watchbill.kit.http.Form;
import java.util.Optional;

/**
 * What the editor's form holds.
 *
 * @param id of the stored schedule; empty for a new one
 * @param revision of the stored schedule; empty for a new one
 * @param schedule the id that it has, or shall have
 * @param draft unless it is edited as text
 * @param text the definition, if it is edited as text
 */
public record Sheet(
    String id, String revision, String schedule, Optional<Draft> draft, String text) {

  static Sheet of(String id, String revision, Draft draft) {
    return new Sheet(id, revision, id, Optional.of(draft), "");
  }

  static Sheet of(String id, String revision, String text) {
    return new Sheet(id, revision, id, Optional.empty(), text);
  }

  static Sheet read(String id, Form form) {
    Optional<String> text = form.get("definition");
    return new Sheet(
        id,
        form.get("revision").orElse(""),
        id.isEmpty() ? form.get("id").orElse("").strip() : id,
        text.isPresent() ? Optional.empty() : Optional.of(DraftReader.read(form)),
        text.orElse(""));
  }

  Sheet asText(String definition) {
    return new Sheet(id, revision, schedule, Optional.empty(), definition);
  }
}
