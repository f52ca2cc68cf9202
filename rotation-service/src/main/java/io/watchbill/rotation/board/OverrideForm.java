package io.watchbill.rotation.board;

import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.override.OverrideRequest;
import io.watchbill.rotation.preview.Preview;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of an override, and what it would change.
 *
 * @param fields what was typed; times are on the wall clock of the caller's zone
 * @param people who can take over, by their ids
 * @param preview once all is there
 * @param once makes two presses one override
 */
public record OverrideForm(
    String rotation,
    Map<String, String> fields,
    Collection<String> roles,
    Map<String, String> people,
    Optional<Preview> preview,
    Optional<Refusal> refusal,
    String once) {

  /** Returns what was typed into a field. */
  public String typed(String field) {
    return fields.getOrDefault(field, "");
  }

  /** Returns what is wrong with a field. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }

  /** Returns the name of a person. */
  public String name(String person) {
    return people.getOrDefault(person, person);
  }

  /** Returns whether there would be gaps that are not there now. */
  public boolean hasNewGaps() {
    return preview
        .map(seen -> seen.gapsAfter().stream().anyMatch(gap -> !seen.gapsBefore().contains(gap)))
        .orElse(false);
  }

  /** Returns whether enough was typed to be looked at. */
  static boolean isFilled(Map<String, String> fields) {
    return !fields.getOrDefault("person", "").isBlank() && !fields.getOrDefault("to", "").isBlank();
  }

  /** Returns the override that was typed; one that would begin in the past begins now. */
  static OverrideRequest request(Map<String, String> fields, ZoneId zone, Instant now) {
    Instant from = TypedTime.instant("from", fields.get("from"), zone);
    return new OverrideRequest(
        fields.getOrDefault("role", ""),
        "replace",
        orNull(fields.get("person")),
        orNull(fields.get("replaces")),
        from == null || from.isBefore(now) ? null : from.toString(),
        Objects.toString(TypedTime.instant("to", fields.get("to"), zone), ""),
        fields.getOrDefault("reason", "").strip());
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
