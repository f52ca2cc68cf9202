package io.watchbill.incident.setup;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.page.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an integration shows.
 *
 * @param id of the one that is changed; empty for a new one
 * @param fields what the form holds
 * @param refusal why it was not saved
 * @param changes what somebody else has changed meanwhile
 */
@TemplateData
public record IntegrationEditing(
    String id, Map<String, String> fields, Optional<Refusal> refusal, List<Change> changes) {

  /** A field of which somebody else has stored another value. */
  public record Change(String field, String stored, String typed) {}

  /** Returns what a field holds. */
  public String value(String field) {
    return fields.getOrDefault(field, "");
  }

  /** Returns what is wrong with a field; empty if nothing is. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }

  /** Returns the fields that are stored otherwise than they were typed. */
  static List<Change> between(Map<String, String> stored, Map<String, String> typed) {
    return stored.entrySet().stream()
        .filter(field -> !field.getKey().equals("version") && !field.getKey().equals("id"))
        .filter(field -> !plain(field.getValue()).equals(plain(typed.get(field.getKey()))))
        .map(
            field ->
                new Change(
                    field.getKey(), field.getValue(), typed.getOrDefault(field.getKey(), "")))
        .sorted(Comparator.comparing(Change::field))
        .toList();
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip().replace("\r\n", "\n");
  }
}
