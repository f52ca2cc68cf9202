package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.turn.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Chooses who takes a turn at one time, given the overrides in force and the people on call in the
 * followed roles.
 *
 * <p>In this order: the first candidates, after the role's own overrides, who are neither on call
 * in a followed role nor relieved there (unless an override names them); then the first who are not
 * on call in a followed role; then the first candidates, before overrides, who are not on call in a
 * followed role; then nobody. Where overrides remove a whole group, the gap is intended and nobody
 * moves up.
 *
 * @param moved whether the first choice had to give way to the followed roles
 */
record Choice(List<String> people, List<Replacement> used, Set<String> relieved, boolean moved) {

  static Choice of(
      Turn turn, List<Replacement> inForce, Set<String> taken, Set<String> relievedAbove) {
    Set<String> unwanted = new LinkedHashSet<>(taken);
    unwanted.addAll(relievedAbove);
    return first(turn, person -> lastFor(person, inForce), taken, unwanted)
        .or(() -> first(turn, person -> lastFor(person, inForce), taken, taken))
        .or(() -> first(turn, person -> removalOf(person, inForce), taken, taken))
        .orElse(new Choice(List.of(), List.of(), Set.of(), true));
  }

  private static Optional<Choice> first(
      Turn turn,
      Function<String, Optional<Replacement>> overrides,
      Set<String> taken,
      Set<String> unwanted) {
    for (int i = 0; i < turn.candidates(); i++) {
      Map<String, Replacement> used = new LinkedHashMap<>();
      List<String> scheduled = turn.candidate(i);
      scheduled.forEach(person -> overrides.apply(person).ifPresent(r -> used.put(person, r)));
      List<String> people = people(scheduled, used, taken, unwanted);
      if (!people.isEmpty() || vacated(scheduled, used)) {
        boolean moved = i > 0 || !people.equals(people(scheduled, used, Set.of(), Set.of()));
        return Optional.of(
            new Choice(
                people,
                new ArrayList<>(new LinkedHashSet<>(used.values())),
                Set.copyOf(used.keySet()),
                moved));
      }
    }
    return Optional.empty();
  }

  /** Returns the people left after overrides are applied and excluded people are left out. */
  private static List<String> people(
      List<String> scheduled,
      Map<String, Replacement> used,
      Set<String> taken,
      Set<String> unwanted) {
    return scheduled.stream()
        .flatMap(
            person ->
                used.containsKey(person)
                    ? used.get(person).person().filter(p -> !taken.contains(p)).stream()
                    : Stream.of(person).filter(p -> !unwanted.contains(p)))
        .distinct()
        .toList();
  }

  private static boolean vacated(List<String> scheduled, Map<String, Replacement> used) {
    return scheduled.stream().allMatch(p -> used.containsKey(p) && used.get(p).removes());
  }

  private static Optional<Replacement> lastFor(String person, List<Replacement> inForce) {
    return inForce.stream()
        .filter(replacement -> replacement.relieves(person))
        .reduce((earlier, later) -> later)
        .filter(replacement -> !replacement.person().equals(Optional.of(person)));
  }

  private static Optional<Replacement> removalOf(String person, List<Replacement> inForce) {
    return lastFor(person, inForce).filter(Replacement::removes);
  }
}
