package io.watchbill.rotation.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A schedule as it is typed into a form, before it is checked. Values have the names of the
 * definition's fields, also those of {@code cadence/every}; lists of words are joined by blanks.
 */
public record Draft(Map<String, String> values, List<Role> roles) {

  /** Returns what a field holds. */
  public String typed(String field) {
    return values.getOrDefault(field, "");
  }

  /** A role: it has layers, or follows another. */
  public record Role(Map<String, String> values, List<Layer> layers) {

    /** Returns what a field holds. */
    public String typed(String field) {
      return values.getOrDefault(field, "");
    }

    /** Returns whether it takes the turns of another role. */
    public boolean isFollowing() {
      return !typed("follows/role").isBlank();
    }
  }

  /**
   * A layer.
   *
   * @param turns the ids of the people of each, joined by blanks
   */
  public record Layer(Map<String, String> values, List<String> turns) {

    /** Returns what a field holds. */
    public String typed(String field) {
      return values.getOrDefault(field, "");
    }

    /** Returns whether a field that is a list has the word. */
    public boolean isTicked(String field, String word) {
      return words(typed(field)).contains(word);
    }

    /** Returns the people of a turn. */
    public List<String> people(String turn) {
      return words(turn);
    }
  }

  /** Returns the draft of a schedule with one role, whose turns last a week. */
  static Draft weekly(String team, String zone, String start) {
    return new Draft(
        Map.of("team", team, "timeZone", zone), new ArrayList<>(List.of(role("primary", start))));
  }

  static Role role(String name, String start) {
    return new Role(Map.of("name", name), new ArrayList<>(List.of(layer("weekly", start))));
  }

  static Layer layer(String name, String start) {
    return new Layer(
        Map.of("name", name, "start", start, "cadence/every", "1", "cadence/unit", "week"),
        new ArrayList<>());
  }

  static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }
}
