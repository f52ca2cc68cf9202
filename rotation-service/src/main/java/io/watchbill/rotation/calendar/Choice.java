package io.watchbill.rotation.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who takes the watch of a turn at one time, given the overrides in force and the people who are on
 * watch in the followed roles.
 *
 * <p>In this order: the first candidates, with the role's own overrides applied, who are neither on
 * watch above nor relieved there; then the first who are not on watch above; then the first as
 * dealt who are not on watch above; then nobody.
 *
 * @param moved whether the first choice had to give way to the roles above
 */
record Choice(List<String> people, List<Replacement> used, Set<String> relieved, boolean moved) {

  static Choice of(
      Turn turn, List<Replacement> inForce, Set<String> taken, Set<String> relievedAbove) {
    Set<String> excluded = new LinkedHashSet<>(taken);
    excluded.addAll(relievedAbove);
    return first(turn, inForce, excluded)
        .or(() -> first(turn, inForce, taken))
        .or(() -> first(turn, List.of(), taken))
        .orElse(new Choice(List.of(), List.of(), Set.of(), true));
  }

  private static Optional<Choice> first(
      Turn turn, List<Replacement> inForce, Set<String> excluded) {
    for (int i = 0; i < turn.candidates(); i++) {
      Choice choice = applied(turn.candidate(i), inForce, excluded, i > 0);
      if (!choice.people.isEmpty()) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  private static Choice applied(
      List<String> dealt, List<Replacement> inForce, Set<String> excluded, boolean moved) {
    Map<String, Replacement> used = new LinkedHashMap<>();
    Set<String> people = new LinkedHashSet<>();
    for (String person : dealt) {
      Optional<Replacement> replacement = lastFor(person, inForce);
      replacement.ifPresent(r -> used.put(person, r));
      people.add(replacement.map(Replacement::person).orElse(person));
    }
    boolean reduced = people.removeAll(excluded);
    return new Choice(
        List.copyOf(people),
        new ArrayList<>(new LinkedHashSet<>(used.values())),
        Set.copyOf(used.keySet()),
        moved || reduced);
  }

  private static Optional<Replacement> lastFor(String person, List<Replacement> inForce) {
    return inForce.stream()
        .filter(replacement -> replacement.relieves(person))
        .reduce((earlier, later) -> later)
        .filter(replacement -> !replacement.person().equals(person));
  }
}
