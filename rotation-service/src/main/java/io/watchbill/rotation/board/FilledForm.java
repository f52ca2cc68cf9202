package io.watchbill.rotation.board;

import io.watchbill.kit.page.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * What the fields of a form hold: what was typed, or else what is stored.
 *
 * @param stored by the fields' names
 * @param refusal of the form as it was sent
 */
public record FilledForm(Map<String, String> stored, Optional<Refusal> refusal) {

  /** Returns a form without content. */
  public static FilledForm empty(Optional<Refusal> refusal) {
    return new FilledForm(Map.of(), refusal);
  }

  /** Returns what a field holds. */
  public String typed(String field) {
    String was = stored.getOrDefault(field, "");
    return refusal.map(refused -> refused.typed().getOrDefault(field, was)).orElse(was);
  }

  /** Returns what is wrong with a field; empty if nothing is. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }
}
