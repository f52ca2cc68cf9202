package io.watchbill.bench.prove;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the next disturbance, over all runs of a proof: the kinds come in turn, in an order of
 * chance, and of each kind its cases do. A run begins where the one before it has ended, so that
 * several short runs see what a single one has no time for.
 */
final class Turns {
  private final Random random;
  private final Map<Disturbance.Kind, Deque<String>> cases = new HashMap<>();
  private final Deque<Disturbance.Kind> kinds = new ArrayDeque<>();

  Turns(long seed) {
    this.random = new Random(seed);
  }

  /**
   * The next of the cases that there are.
   *
   * @param all their names by their kind, the same in every run
   */
  String next(Map<Disturbance.Kind, List<String>> all) {
    refill(kinds, all.keySet());
    Disturbance.Kind kind = kinds.pop();
    Deque<String> ofKind = cases.computeIfAbsent(kind, some -> new ArrayDeque<>());
    refill(ofKind, requireNonNull(all.get(kind)));
    return ofKind.pop();
  }

  private <T extends Comparable<T>> void refill(Deque<T> deck, Collection<T> all) {
    if (deck.isEmpty()) {
      List<T> cards = new ArrayList<>(all);
      Collections.sort(cards);
      Collections.shuffle(cards, random);
      deck.addAll(cards);
    }
  }

  /** The names of cases by their kind. */
  static <T> Map<Disturbance.Kind, List<String>> byKind(
      Collection<T> all, Function<T, Disturbance.Kind> kind, Function<T, String> name) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                kind, LinkedHashMap::new, Collectors.mapping(name, Collectors.toList())));
  }
}
